using FinanceHub.Api;
using FinanceHub.Web;
using FinanceHub.Web.Api;
using FinanceHub.Worker;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Hosting;

/// <summary>API, worker and web on one database. Tests share it and use accounts of their own.</summary>
public sealed class RunningServices : IAsyncLifetime
{
    private readonly TemporaryDatabase _database = new();
    private HostFactory<ApiService>? _api;
    private HostFactory<WorkerService>? _worker;
    private HostFactory<WebService>? _web;

    public async ValueTask InitializeAsync()
    {
        await _database.MigrateAsync();
        _api = new HostFactory<ApiService>(_database.Settings());
        _worker = new HostFactory<WorkerService>(new Dictionary<string, string>(_database.Settings()) { ["Worker:HeartbeatInterval"] = "00:00:00.100" });
        _web = new HostFactory<WebService>(
            new Dictionary<string, string>(_database.Settings()) { ["FinanceHub:ApiAddress"] = "http://api.test" },
            web => web.AddHttpClient<ApiClient>().ConfigurePrimaryHttpMessageHandler(() => _api.Server.CreateHandler()));
        _ = _worker.Server;
    }

    /// <summary>A client of the API that is nobody yet.</summary>
    public HttpClient CreateApiClient() => _api!.CreateClient();

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
        foreach (var host in new IAsyncDisposable?[] { _web, _worker, _api })
        {
            if (host is not null)
                await host.DisposeAsync();
        }

        _database.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class RunningServicesGroup : ICollectionFixture<RunningServices>
{
    public const string Name = "running services";
}
