namespace FinanceHub.Delivery.Tests.Support;

/// <summary>An environment in which a good release serves, for tests that try to disturb it.</summary>
public sealed class DeployedRig : IAsyncLifetime
{
    internal Rig Rig { get; } = new();

    internal string ReleaseId { get; private set; } = "";

    public async ValueTask InitializeAsync() => ReleaseId = (await Rig.DeployAsync("1.0.0")).ReleaseId;

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    /// <summary>The good release serves, alone.</summary>
    internal async Task ShouldBeUntouchedAsync()
    {
        (await Rig.ServedAsync()).ShouldBe(ReleaseId);
        Rig.ShouldRunOnly(ReleaseId);
    }
}
