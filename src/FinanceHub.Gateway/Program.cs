using FinanceHub.Gateway;
using FinanceHub.Gateway.Admin;
using FinanceHub.Gateway.Figures;
using FinanceHub.Gateway.Forwarding;
using FinanceHub.Gateway.Listening;
using FinanceHub.Gateway.Routing;
using FinanceHub.ServiceDefaults;

return await ServiceProgram.RunAsync(() =>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.AddServiceDefaults("gateway");
    builder.AddListening();
    builder.Logging.AddFilter("Yarp", LogLevel.Warning);
    builder.Services.AddServiceOptions<GatewayOptions>();
    builder.Services.AddHttpForwarder();
    builder.Services.AddSingleton<ForwardingClient>();
    builder.Services.AddSingleton<TrafficFigures>();
    builder.Services.AddSingleton<PublicTraffic>();
    builder.Services.AddSingleton<AdminInterface>();
    builder.Services.AddSingleton<RouteFile>();
    builder.Services.AddSingleton<RouteSwitch>();
    builder.Services.AddHealthChecks()
        .AddCheck<RoutesHealthCheck>("routes", tags: [HealthTags.Ready])
        .AddCheck<DrainState>("draining", tags: [HealthTags.Ready]);

    var app = builder.Build();
    app.Use(app.Services.GetRequiredService<DrainState>().AnnounceAsync);
    app.UseRequestIds();
    app.Use(app.Services.GetRequiredService<AdminInterface>().InvokeAsync);
    app.Use(app.Services.GetRequiredService<PublicTraffic>().InvokeAsync);
    app.Use(VersionAnswer.InvokeAsync);
    app.MapServiceDefaults();
    return app;
});
