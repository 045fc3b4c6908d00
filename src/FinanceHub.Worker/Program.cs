using FinanceHub.Data;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Sqlite;
using FinanceHub.ServiceDefaults;
using FinanceHub.Worker;
using FinanceHub.Worker.Alerts;
using FinanceHub.Worker.Heartbeats;
using FinanceHub.Worker.Jobs;
using FinanceHub.Worker.Market;
using FinanceHub.Worker.Notifications;
using FinanceHub.Worker.Retention;
using FinanceHub.Worker.Valuations;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddServiceDefaults(WorkerService.Id);
    builder.Services.AddServiceOptions<WorkerOptions>();
    builder.Services.AddFinanceHubData(HealthTags.Ready, new SqliteProvider(), new PostgreSqlProvider());
    builder.Services.AddHeartbeat();
    builder.Services.AddJobs();
    builder.Services.AddScraping();
    builder.Services.AddMarket();
    builder.Services.AddNotifications();
    // The prices come first: what is valued and judged without them is valued and judged twice.
    builder.Services.AddJob<ValuationJob>(ValuationJob.Kind, options => options.ValuationInterval, TimeSpan.FromSeconds(5));
    builder.Services.AddJob<AlertJob>(AlertJob.Kind, options => options.AlertInterval, TimeSpan.FromSeconds(5));
    builder.Services.AddJob<CleanUpJob>(CleanUpJob.Kind, options => options.CleanUpInterval, TimeSpan.FromMinutes(1));

    var app = builder.Build();
    app.UseServiceProblems();
    app.MapServiceDefaults();
    app.MapScraping();
    return app;
});
