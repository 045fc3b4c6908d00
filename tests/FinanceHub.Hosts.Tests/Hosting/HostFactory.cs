using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FinanceHub.Hosts.Tests.Hosting;

/// <summary>A host in this process, started by its own Program with the settings that a deployment would give it.</summary>
/// <typeparam name="TEntry">Any class of the host.</typeparam>
internal sealed class HostFactory<TEntry>(IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? configure = null) : WebApplicationFactory<TEntry>
    where TEntry : class
{
    private bool _listens;

    /// <summary>Begins to listen on a port of its own, for those who are not in this process.</summary>
    /// <returns>Where.</returns>
    public Uri Listen()
    {
        // Without a port: the factory would set it when the host, which starts beside it, may listen already.
        _listens = true;
        UseKestrel();
        StartServer();
        return ClientOptions.BaseAddress;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        if (_listens)
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        if (configure is not null)
            builder.ConfigureTestServices(configure);
    }
}
