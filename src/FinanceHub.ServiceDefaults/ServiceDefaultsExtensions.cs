using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FinanceHub.ServiceDefaults;

/// <summary>What every host has in common.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>How long a host that is told to stop may finish the requests in flight.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(25);

    /// <summary>Adds release identity, health checks, JSON logs, ProblemDetails and an orderly stop.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="serviceId">The service within the release: api, web, worker or gateway.</param>
    /// <exception cref="ConfigurationException">The release.json around the host is unusable.</exception>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string serviceId)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddJsonLogs();
        var services = builder.Services;
        services.AddSingleton(ReleaseFile.Read(AppContext.BaseDirectory, serviceId));
        services.AddSingleton<IStartupFilter, ReleaseHeaderFilter>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddServiceOptions<FeatureOptions>();
        services.AddHealthChecks();
        services.AddServiceProblems();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        return builder;
    }

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/version</c>.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthEndpoints();
        app.MapVersionEndpoint();
        return app;
    }

    private static void AddJsonLogs(this WebApplicationBuilder builder)
    {
        // First, so that everything else may override it.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            // The frameworks tell of every statement and request; what went wrong is what on-call looks for.
            InitialData =
            [
                new("Logging:LogLevel:Default", "Information"),
                new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
                new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning"),
                new("Logging:LogLevel:System.Net.Http.HttpClient", "Warning"),
            ],
        });
        builder.Logging.ClearProviders().AddJsonConsole(options =>
        {
            // Which request a line belongs to.
            options.IncludeScopes = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        // A host that cannot start says so once, in one line (ServiceProgram); what fails later is logged whole.
        builder.Services.AddSingleton<IConfigureOptions<LoggerFilterOptions>>(services => new ConfigureOptions<LoggerFilterOptions>(options =>
        {
            // Asked for late, because the lifetime has a logger itself, and once, because a host logs even after its services are gone.
            var started = new Lazy<CancellationToken>(() => services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted);
            options.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", _ => started.Value.IsCancellationRequested);
        }));
    }
}
