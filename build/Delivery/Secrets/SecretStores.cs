using Amazon.SimpleSystemsManagement;

namespace FinanceHub.Delivery.Secrets;

/// <summary>The stores that references can name.</summary>
internal sealed class SecretStores(IReadOnlyList<ISecretStore> stores)
{
    /// <summary>One secret must not keep a command waiting for longer.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Those of this machine and its cloud.</summary>
    public static SecretStores Default { get; } = new(
    [
        new EnvironmentSecretStore(System.Environment.GetEnvironmentVariable),
        new FileSecretStore(),
        new AwsSecretStore(() => new AmazonSimpleSystemsManagementClient(new AmazonSimpleSystemsManagementConfig { MaxErrorRetry = 1 })),
    ]);

    /// <summary>Whether there is a store of that scheme.</summary>
    public bool Knows(string scheme) => stores.Any(store => store.Scheme == scheme);

    /// <summary>What is wrong with a reference, without asking its store; null if nothing is.</summary>
    public string? FaultOf(SecretReference reference) => Find(reference) is not { } store
        ? $"is not a reference to a secret, expected one that begins with {string.Join(", ", stores.Select(store => store.Scheme + ":"))}"
        : store.FaultOf(reference.Name) is { } fault ? $"does not name a secret of {store.Scheme}: {fault}" : null;

    /// <summary>Reads a secret.</summary>
    /// <exception cref="SecretUnavailableException">It cannot be had.</exception>
    public async Task<SecretValue> ReadAsync(SecretReference reference, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Timeout);
        try
        {
            return new SecretValue(await Find(reference)!.ReadAsync(reference.Name, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SecretUnavailableException($"it was not given within {Timeout.TotalSeconds:0} s");
        }
    }

    private ISecretStore? Find(SecretReference reference) => stores.FirstOrDefault(store => store.Scheme == reference.Scheme);
}
