using FinanceHub.Api;
using FinanceHub.Api.Activities;
using FinanceHub.Api.Auth;
using FinanceHub.Api.Exports;
using FinanceHub.Api.Holdings;
using FinanceHub.Api.Imports;
using FinanceHub.Api.Operations;
using FinanceHub.Api.Portfolios;
using FinanceHub.Data;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.ServiceDefaults;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddServiceDefaults(ApiService.Id);
    builder.AddSharedKeys(ApiService.Id);
    builder.Services.AddFinanceHubData(HealthTags.Ready, new SqliteProvider(), new PostgreSqlProvider());
    builder.Services.AddAuth();
    builder.Services.AddApiJson();
    builder.Services.AddDatabaseProblems();

    var app = builder.Build();
    app.UseServiceProblems();
    app.UseAuth();
    app.MapServiceDefaults();
    var api = app.MapGroup("/api/v1");
    api.MapAuth();
    api.MapSession();
    api.MapPortfolios();
    api.MapAccounts();
    api.MapActivities();
    api.MapImports();
    api.MapExports();
    api.MapHoldings();
    api.MapSystem();
    return app;
});
