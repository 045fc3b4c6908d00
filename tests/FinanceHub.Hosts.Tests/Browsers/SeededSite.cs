using FinanceHub.Data.Testing;
using FinanceHub.Database;
using FinanceHub.Database.Commands;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;
using FinanceHub.Testing.Browsers;
using FinanceHub.Web;
using Microsoft.Playwright;

namespace FinanceHub.Hosts.Tests.Browsers;

/// <summary>The site with the demo account in it, valued, and a browser in front of it.</summary>
[CollectionDefinition(Name)]
public sealed class SeededSite() : RunningServices(new SqliteTestDatabase()), ICollectionFixture<SeededSite>
{
    public const string Name = "seeded site";

    private HeadlessBrowser? _browser;
    private HostFactory<WebService>? _web;
    private HostFactory<WebService>? _failing;

    /// <summary>Where the web listens.</summary>
    public Uri Address => _web!.ClientOptions.BaseAddress;

    /// <summary>Where a web listens that cannot get at the performance of a portfolio and does not know what to do with watchlists.</summary>
    public Uri FailingAddress => _failing!.ClientOptions.BaseAddress;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _web = CreateWeb();
        _web.Listen();
        _failing = CreateWeb(api => new FailingHandler(api));
        _failing.Listen();
        _browser = await HeadlessBrowser.StartAsync();
        using var client = CreateApiClient();
        var demo = await Visitors.DemoAsync(client);
        await Eventually.TrueAsync(async () => await Visitors.IsValuedAsync(demo), "the worker has valued the demo account and fired its alert", TimeSpan.FromMinutes(3));
    }

    /// <summary>A window of somebody who has not been here before.</summary>
    public Task<IPage> OpenAsync() => _browser!.OpenAsync(Address);

    public override async ValueTask DisposeAsync()
    {
        foreach (var one in new IAsyncDisposable?[] { _browser, _failing, _web })
        {
            if (one is not null)
                await one.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private protected override Task FillAsync(TestDatabase database) =>
        SeedCommand.RunAsync(Target.Of(database.Provider, database.Connection), TextWriter.Null, CancellationToken.None);

    private protected override IReadOnlyDictionary<string, string> WorkerSettings { get; } = new Dictionary<string, string>
    {
        ["Worker:ValuationInterval"] = "00:00:00.500",
        ["Worker:AlertInterval"] = "00:00:00.500",
        ["Worker:OutboxInterval"] = "00:00:00.500",
    };
}
