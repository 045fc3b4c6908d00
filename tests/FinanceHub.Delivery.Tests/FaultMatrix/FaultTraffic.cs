using System.Net;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;
using FinanceHub.Testing.Load;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>Customers: some read pages and the API all the time, one writes.</summary>
internal sealed class FaultTraffic : IAsyncDisposable
{
    private readonly KeepAliveLoad _reader;
    private readonly WriteLoad _writer;

    // Enough to notice a lost request; more would only slow down the command that is watched.
    private static readonly TimeSpan ThinkTime = TimeSpan.FromMilliseconds(20);

    private FaultTraffic(Rig rig) => (_reader, _writer) = (Read(rig), WriteLoad.Start(AddressOf(rig), "/api/v1/rows/", ThinkTime));

    /// <summary>They are there before anything happens, however quickly that is over.</summary>
    public static async Task<FaultTraffic> StartAsync(Rig rig)
    {
        var traffic = new FaultTraffic(rig);
        await Eventually.TrueAsync(() => traffic._reader.Requests > 0 && traffic._writer.Requests > 0, "the first answers");
        return traffic;
    }

    /// <summary>Only those who read.</summary>
    public static KeepAliveLoad Read(Rig rig) =>
        KeepAliveLoad.Start(new LoadOptions { Target = AddressOf(rig), Paths = ["/", "/api/v1/ping"], Connections = 2, ThinkTime = ThinkTime });

    private static IPEndPoint AddressOf(Rig rig) => new(IPAddress.Loopback, rig.Environment.Port);

    public async Task<TrafficFigures> StopAsync() => new(await _reader.StopAsync(), await _writer.StopAsync());

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _writer.DisposeAsync();
    }
}

/// <summary>What the customers met.</summary>
internal sealed record TrafficFigures(LoadReport Read, WriteReport Written)
{
    public long Served => Read.Succeeded + Written.Acknowledged.Count;

    public long Failed => Read.Failed + Written.Failed;

    /// <summary>None failed but those that the fault itself makes fail, and no other release answered than these.</summary>
    public void ShouldBeServedBy(IReadOnlyCollection<string> releases, Allowance allowed)
    {
        Read.Succeeded.ShouldBePositive(ToString());
        Written.Requests.ShouldBePositive(ToString());
        allowed.Covers(Read.Failed, Read.Succeeded + Read.Failed, Written.Failed, Written.Requests).ShouldBeTrue($"expected no more than {allowed}, found {this}");
        // The gateway's own answer, where no host answers, is of no release.
        Read.ByRelease.Keys.Where(release => allowed.Reads == 0 || release.Length > 0).ShouldBeSubsetOf(releases, ToString());
    }

    public override string ToString() => $"read: {Read}; written: {Written}";
}
