using FinanceHub.Data.Alerts;
using FinanceHub.Data.Caching;
using FinanceHub.Data.Jobs;
using FinanceHub.Data.Outbox;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Retention;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Users;
using FinanceHub.Data.Valuations;
using FinanceHub.Data.Watchlists;
using FinanceHub.Data.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FinanceHub.Data;

/// <summary>Makes the database available to a host.</summary>
public static class DataServiceExtensions
{
    /// <summary>Adds the context, the stores and the readiness check <c>database:schema</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="readyTag">The tag of the checks that decide on readiness.</param>
    /// <param name="providers">The database systems that the host can use.</param>
    public static IServiceCollection AddFinanceHubData(this IServiceCollection services, string readyTag, params IReadOnlyList<IDatabaseProvider> providers)
    {
        foreach (var provider in providers)
            services.AddSingleton(provider);
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidation>();
        services.AddOptions<DatabaseOptions>().Configure<IConfiguration>(Bind).ValidateOnStart();
        services.AddSingleton<Database>().AddSingleton<HeartbeatWriter>();
        services.AddDbContextPool<FinanceHubDbContext>(static (provider, options) =>
        {
            var database = provider.GetRequiredService<Database>();
            database.Provider.Configure(options, database.ConnectionString);
        });
        services.AddScoped<PortfolioStore>().AddScoped<PriceStore>().AddScoped<ExchangeRateStore>().AddScoped<WantedRates>().AddScoped<WorkerHeartbeatStore>();
        services.AddScoped<AccountStore>().AddScoped<AccountValuation>().AddScoped<ImportStore>();
        services.AddScoped<JobRunStore>().AddScoped<ValuationStore>().AddScoped<AlertEvaluationStore>().AddScoped<OutboxStore>().AddScoped<RetentionStore>().AddScoped<OwnedMessages>().AddScoped<AccountLock>();
        services.AddReads();
        services.AddHealthChecks().AddCheck<SchemaHealthCheck>(SchemaHealthCheck.Name, tags: [readyTag]);
        return services;
    }

    private static void AddReads(this IServiceCollection services) => services
        .AddSingleton<ReadCache>()
        .AddScoped<MarketDataStore>().AddScoped<InstrumentStore>().AddScoped<PortfolioReader>()
        .AddScoped<WatchlistStore>().AddScoped<AlertStore>().AddScoped<JobRunReader>();

    private static void Bind(DatabaseOptions options, IConfiguration configuration)
    {
        options.Provider = configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] ?? options.Provider;
        options.ConnectionString = configuration.GetConnectionString(DatabaseOptions.ConnectionName) ?? "";
    }
}
