using FinanceHub.Delivery.Accounts;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Tests.Secrets;

public sealed class SecretVaultTests
{
    private const int Count = 50;

    [Fact]
    public async Task All_secrets_are_asked_for_at_once_and_hidden_from_then_on()
    {
        var environment = new DeliveryEnvironment
        {
            Name = "test",
            Platform = PlatformKind.Process,
            Secrets = new Dictionary<string, IReadOnlyDictionary<string, SecretReference>>
            {
                ["worker"] = Enumerable.Range(0, Count).ToDictionary(number => $"Setting__N{number}", number => new SecretReference("slow", $"{number}")),
            },
        };
        var vault = new SecretVault(environment, new SecretStores([new SlowStore()]), new AccountGuard(environment, _ => throw new InvalidOperationException("no account is named")));

        var secrets = await vault.ResolveAsync(TestContext.Current.CancellationToken);

        secrets.Count.ShouldBe(Count);
        vault.Redact(string.Join(' ', secrets.Select(secret => secret.Value.Reveal()))).ShouldNotContain("s3cret");
    }

    /// <summary>Gives none before all were asked for.</summary>
    private sealed class SlowStore : ISecretStore
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;

        public string Scheme => "slow";

        public string? FaultOf(string name) => null;

        public async Task<string> ReadAsync(string name, CancellationToken cancellation)
        {
            if (Interlocked.Increment(ref _asked) == Count)
            {
                _all.SetResult();
            }

            await _all.Task.WaitAsync(cancellation);
            return $"s3cret-{name}-of-the-worker";
        }
    }
}
