using OpenTelemetry.Metrics;

namespace FinanceHub.Worker.Jobs;

/// <summary>What is measured of the jobs, for Prometheus to fetch. Of the worker only: it has no customers, and the gateway knows no way to it.</summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    public static void AddScraping(this IServiceCollection services) =>
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(JobMetrics.MeterName).AddPrometheusExporter());

    public static void MapScraping(this IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint(Path);
}
