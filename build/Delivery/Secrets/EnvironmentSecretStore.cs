namespace FinanceHub.Delivery.Secrets;

/// <summary>Variables of the command's own environment: what CI systems hand secrets over in.</summary>
internal sealed class EnvironmentSecretStore(Func<string, string?> variable) : ISecretStore
{
    public string Scheme => "env";

    public string? FaultOf(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && !char.IsAsciiDigit(name[0])
        ? null
        : "expected the name of an environment variable: letters, digits and _";

    public Task<string> ReadAsync(string name, CancellationToken cancellation) => Task.FromResult(
        variable(name) is { Length: > 0 } value ? value : throw new SecretUnavailableException($"the environment variable {name} is not set here: export {name}=..."));
}
