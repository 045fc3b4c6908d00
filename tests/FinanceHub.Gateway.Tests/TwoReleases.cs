namespace FinanceHub.Gateway.Tests;

/// <summary>A gateway and two releases behind it, shared by the tests of a class.</summary>
public sealed class TwoReleases : IAsyncLifetime
{
    internal GatewayUnderTest Gateway { get; } = new();

    internal Stub First { get; private set; } = null!;

    internal Stub Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        First = new Stub(Gateway.Root, "r1");
        Second = new Stub(Gateway.Root, "r2");
        await Task.WhenAll(
            First.StartAsync(),
            Second.StartAsync(),
            Gateway.Process.StartAsync(Gateway.Spec("g1", ("RetryFor", "00:00:01.5"), ("DrainTimeout", "00:00:02"))));
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
