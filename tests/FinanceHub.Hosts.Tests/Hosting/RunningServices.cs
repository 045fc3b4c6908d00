using FinanceHub.Api;
using FinanceHub.Data;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Prices.Offline;
using FinanceHub.Data.Testing;
using FinanceHub.Web;
using FinanceHub.Web.Api;
using FinanceHub.Worker;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Hosting;

/// <summary>API, worker and web on one database. Tests share it and use accounts of their own.</summary>
public abstract class RunningServices(TestDatabase database) : IAsyncLifetime
{
    private HostFactory<ApiService>? _api;
    private HostFactory<WorkerService>? _worker;
    private HostFactory<WebService>? _web;
    private HostFactory<WebService>? _listening;

    public async ValueTask InitializeAsync()
    {
        await database.PrepareAsync();
        await StoreCatalogueAsync();
        _api = new HostFactory<ApiService>(database.Settings());
        _worker = new HostFactory<WorkerService>(new Dictionary<string, string>(database.Settings()) { ["Worker:HeartbeatInterval"] = "00:00:00.100", ["Prices:BackfillDays"] = "10" });
        _web = CreateWeb();
        _ = _worker.Server;
    }

    // As the worker will in a moment; a test that is quicker must not find half of it.
    private async Task StoreCatalogueAsync()
    {
        var provider = new OfflinePriceProvider();
        await using var context = database.Open();
        await new PriceStore(context).AddAsync(
            [.. OfflineCatalogue.Instruments.Select(one => new InstrumentEntity { Symbol = one.Symbol, Name = one.Name, Currency = one.Currency, PriceBasis = provider.Basis, AssetClass = one.AssetClass })],
            [],
            CancellationToken.None);
    }

    /// <summary>Where the web listens for a browser of flesh and blood; it begins to when it is first asked for.</summary>
    public Uri WebAddress()
    {
        if (_listening is null)
        {
            _listening = CreateWeb();
            _listening.UseKestrel(0);
            _listening.StartServer();
        }

        return _listening.ClientOptions.BaseAddress;
    }

    private HostFactory<WebService> CreateWeb() => new(
        new Dictionary<string, string>(database.Settings()) { ["FinanceHub:ApiAddress"] = "http://api.test" },
        web => web.AddHttpClient<ApiClient>().ConfigurePrimaryHttpMessageHandler(() => _api!.Server.CreateHandler()));

    /// <summary>A client of the API that is nobody yet.</summary>
    public HttpClient CreateApiClient() => _api!.CreateClient();

    /// <summary>The database, for what no request can bring about.</summary>
    public FinanceHubDbContext OpenDatabase() => database.Open();

    public IServiceProvider ApiServices => _api!.Services;

    public HttpClient CreateWorkerClient() => _worker!.CreateClient();

    /// <summary>A browser: keeps cookies, follows no redirects.</summary>
    public HttpClient CreateBrowser(string scheme = "http") => _web!.CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri($"{scheme}://web.test"),
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var host in new IAsyncDisposable?[] { _listening, _web, _worker, _api })
        {
            if (host is not null)
                await host.DisposeAsync();
        }

        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

[CollectionDefinition(Name)]
public sealed class ServicesOnSqlite() : RunningServices(new SqliteTestDatabase()), ICollectionFixture<ServicesOnSqlite>
{
    public const string Name = "services on SQLite";
}

[CollectionDefinition(Name)]
public sealed class ServicesOnPostgreSql() : RunningServices(new PostgreSqlTestDatabase()), ICollectionFixture<ServicesOnPostgreSql>
{
    public const string Name = "services on PostgreSQL";
}
