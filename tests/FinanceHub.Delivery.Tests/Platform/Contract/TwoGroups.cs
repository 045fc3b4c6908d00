using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Platform.Contract;

/// <summary>Two releases that run and are ready, and a gateway that sends everything to the first; shared by the tests of a class.</summary>
public abstract class TwoGroups : IAsyncLifetime
{
    internal PlatformUnderTest Environment { get; private set; } = null!;

    internal IPlatform Platform => Environment.Open();

    internal ReleaseBundle Old { get; private set; } = null!;

    internal ReleaseBundle New { get; private set; } = null!;

    internal TrafficSplit AllOld => TrafficSplit.All("old", Old.Manifest.ReleaseId);

    internal TrafficSplit AllNew => TrafficSplit.All("new", New.Manifest.ReleaseId);

    private protected abstract PlatformUnderTest Create();

    public async ValueTask InitializeAsync()
    {
        Environment = Create();
        (Old, New) = (await Environment.AddAsync(new StubRelease { Version = "1.0.0" }), await Environment.AddAsync(new StubRelease { Version = "2.0.0", GatewayMark = "another" }));
        var platform = Platform;
        await platform.StartGatewayAsync(Old, Environment.Listen);
        var old = await platform.StartAsync(Old, "old", []);
        var gateway = (await platform.ObserveAsync(CancellationToken.None)).Gateway.ShouldNotBeNull();
        await platform.AwaitReadyAsync([gateway, .. old], Old.Manifest.ReleaseId, CancellationToken.None);
        await platform.RouteAsync(AllOld, CancellationToken.None);
        await platform.AwaitReadyAsync(await platform.StartAsync(New, "new", []), New.Manifest.ReleaseId, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Environment.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
