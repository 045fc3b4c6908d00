using FinanceHub.Api;
using FinanceHub.Api.Activities;
using FinanceHub.Api.Alerts;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Exports;
using FinanceHub.Api.Holdings;
using FinanceHub.Api.Imports;
using FinanceHub.Api.Market;
using FinanceHub.Api.Operations;
using FinanceHub.Api.Performance;
using FinanceHub.Api.Portfolios;
using FinanceHub.Api.RateLimits;
using FinanceHub.Api.Reference;
using FinanceHub.Api.Watchlists;
using FinanceHub.Data;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.ServiceDefaults;
using Microsoft.Extensions.Options;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddServiceDefaults(ApiService.Id);
    builder.AddSharedKeys(ApiService.Id);
    builder.Services.AddFinanceHubData(HealthTags.Ready, new SqliteProvider(), new PostgreSqlProvider());
    builder.Services.AddAuth();
    builder.Services.AddApiJson();
    builder.Services.AddDatabaseProblems();
    builder.Services.AddScoped<MissingRates>();
    builder.Services.AddRateLimits();
    builder.Services.AddApiReference();

    var app = builder.Build();
    app.UseRequestIds();
    app.UseClientAddress();
    app.UseServiceProblems();
    app.UseOverloadGuard();
    app.UseAuth();
    app.UseRateLimits();
    app.MapServiceDefaults();
    var api = app.MapGroup("/api/v1");
    api.MapAuth();
    api.MapSession();
    api.MapPortfolios();
    api.MapAccounts();
    api.MapActivities();
    api.MapExports();
    api.MapHoldings();
    api.MapPerformance();
    api.MapInstruments();
    api.MapSystem();
    var features = app.Services.GetRequiredService<IOptions<FeatureOptions>>().Value;
    if (features.Imports)
        api.MapImports();
    if (features.Watchlists)
        api.MapWatchlists();
    if (features.Alerts)
        api.MapAlerts();
    if (features.ApiReference)
        app.MapApiReference();
    return app;
});
