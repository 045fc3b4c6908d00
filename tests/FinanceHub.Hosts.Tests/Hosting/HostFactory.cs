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
    /// <summary>Begins to listen on a port of its own, for those who are not in this process.</summary>
    /// <returns>Where.</returns>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        if (configure is not null)
            builder.ConfigureTestServices(configure);
    }
}
