using FinanceHub.Data;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.ServiceDefaults;
using FinanceHub.Worker;
using FinanceHub.Worker.Heartbeats;
using FinanceHub.Worker.Prices;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddServiceDefaults(WorkerService.Id);
    builder.Services.AddServiceOptions<WorkerOptions>();
    builder.Services.AddFinanceHubData(HealthTags.Ready, new SqliteProvider(), new PostgreSqlProvider());
    builder.Services.AddHeartbeat();
    builder.Services.AddPriceRefresh();

    var app = builder.Build();
    app.UseServiceProblems();
    app.MapServiceDefaults();
    return app;
});
