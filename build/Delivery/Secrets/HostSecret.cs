namespace FinanceHub.Delivery.Secrets;

/// <summary>A setting of a host whose value is secret.</summary>
/// <param name="Service">The only host that gets it.</param>
/// <param name="Setting">Its name, as environment variables are written.</param>
/// <param name="Reference">Where it came from.</param>
/// <param name="Value">The secret.</param>
internal sealed record HostSecret(string Service, string Setting, SecretReference Reference, SecretValue Value);
