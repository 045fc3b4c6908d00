using FinanceHub.ServiceDefaults;

namespace FinanceHub.Worker.Heartbeats;

internal static class HeartbeatExtensions
{
    public static void AddHeartbeat(this IServiceCollection services)
    {
        services.AddSingleton<Pulse>();
        services.AddHostedService<HeartbeatService>();
        services.AddHealthChecks().AddCheck<HeartbeatHealthCheck>(HeartbeatHealthCheck.Name, tags: [HealthTags.Ready]);
    }
}
