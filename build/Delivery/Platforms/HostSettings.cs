namespace FinanceHub.Delivery.Platforms;

/// <summary>What a host is started with, for the comparison of plans.</summary>
/// <param name="Service">The host.</param>
/// <param name="Values">By name, as environment variables are written.</param>
internal sealed record HostSettings(string Service, IReadOnlyDictionary<string, string> Values);
