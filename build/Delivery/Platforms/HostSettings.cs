namespace FinanceHub.Delivery.Platforms;

/// <summary>What a host is started with, for the comparison of plans.</summary>
/// <param name="Service">The host.</param>
/// <param name="Values">By name, as environment variables are written.</param>
internal sealed record HostSettings(string Service, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Whether a setting is the platform's own to choose anew at each start: where the hosts reach each other.</summary>
    public static bool IsOwn(string name) => name == PlatformSettings.ApiAddress;

    /// <summary>Whether two hosts have the same settings, but for <see cref="IsOwn"/>.</summary>
    public static bool AreEqual(IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string>? found) =>
        found is not null && wanted.Keys.Union(found.Keys, StringComparer.Ordinal).All(name => IsOwn(name) || wanted.GetValueOrDefault(name) == found.GetValueOrDefault(name));
}
