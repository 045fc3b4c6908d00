using System.Globalization;
using System.Text.Json;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Text;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Metrics;

/// <summary>Prints how an environment is delivered to.</summary>
internal sealed class MetricsCommand(DeliveryContext context)
{
    /// <exception cref="DeliveryFailure">Somebody changed the ledger: figures from it would mean nothing.</exception>
    public MetricsReport Run(MetricsRequest request)
    {
        var verification = context.Ledger.Verify();
        if (verification.Fault is { } fault)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"The ledger cannot be trusted, so nothing is counted from it: {context.State.Ledger}:{verification.FaultLine}: {fault}. See ./build.sh History --env {context.Environment.Name} --verify");
        }

        var to = context.Clock.GetUtcNow();
        var from = to - TimeSpan.FromDays(request.Days);
        var report = new MetricsReport
        {
            Environment = context.Environment.Name,
            From = from,
            To = to,
            Metrics = DoraMetrics.Of(Deployment.Of(verification.Rows), from, to, CommitTimes),
            Markers = [.. verification.Rows.Where(row => row.At >= from && row.At <= to).Select(Marker).OfType<DeploymentMarker>()],
        };
        if (request.Json)
        {
            context.Output.Data(JsonSerializer.Serialize(report, MetricsJson.Default.MetricsReport));
        }
        else
        {
            Print(report, request.Days);
        }

        return report;
    }

    private IReadOnlyList<DateTimeOffset> CommitTimes(Deployment deployment) =>
        context.Sources is { } sources && deployment.Row.Commit is { } commit
            ? new GitWorkingTree(sources).CommitTimes(deployment.Before?.Row.Commit, commit) ?? []
            : [];

    private static DeploymentMarker? Marker(LedgerRow row) => KindOf(row) is { } kind && row.Release is { } release
        ? new DeploymentMarker { At = row.At, Kind = kind, Release = release, Version = row.Version, Commit = row.Commit, Actor = row.Actor, Reason = row.Reason }
        : null;

    private static string? KindOf(LedgerRow row) => row switch
    {
        { Event: LedgerEvent.DeploySucceeded } => "deploy",
        { Event: LedgerEvent.RollbackSucceeded } => "rollback",
        _ => LedgerReading.FailedUnderTraffic(row) ? "failed-deploy" : null,
    };

    private void Print(MetricsReport report, int days)
    {
        context.Output.Data(string.Create(CultureInfo.InvariantCulture, $"'{report.Environment}' in the last {days} days"));
        TextTable.Print(context.Output, ["metric", "value", "samples", "remarks"], report.Metrics.Select(metric => new[]
        {
            metric.Name,
            Value(metric),
            metric.Samples.ToString(CultureInfo.InvariantCulture),
            metric.NotEvaluated ?? "",
        }));
    }

    private static string Value(DeliveryMetric metric) => metric switch
    {
        { Value: null } => "not evaluated",
        { Value: { } seconds, Unit: "seconds" } => Elapsed.Text(TimeSpan.FromSeconds(seconds)),
        { Value: { } percent, Unit: "percent" } => string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %"),
        { Value: { } value } => string.Create(CultureInfo.InvariantCulture, $"{value:0.###} {metric.Unit}"),
    };
}
