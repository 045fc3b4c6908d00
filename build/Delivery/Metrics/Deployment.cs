using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Metrics;

/// <summary>A release that customers have used, and what became of it.</summary>
/// <param name="Row">The row that says that it came, or that it had to go at once.</param>
/// <param name="At">When customers had it first, UTC.</param>
/// <param name="Before">What had served before; null if nothing had.</param>
internal sealed record Deployment(LedgerRow Row, DateTimeOffset At, Deployment? Before)
{
    /// <summary>The steps in which customers are on a release whose deploy then fails.</summary>
    private static readonly string[] UnderTraffic = ["shift", "switch", "confirm", "bake", "gateway", "drain"];

    // A rollback to it begins it anew.
    private DateTimeOffset _since = At;

    /// <summary>Whether a rollback left it, or its own deploy put the traffic back.</summary>
    public bool Failed => Recovery is not null;

    /// <summary>From when customers had it until they had a good release again; null if it did not fail.</summary>
    public TimeSpan? Recovery { get; private set; }

    /// <summary>The deployments that a ledger tells of, in their order; one that failed before it had any traffic is none.</summary>
    public static IReadOnlyList<Deployment> Of(IReadOnlyList<LedgerRow> rows)
    {
        var all = new List<Deployment>();
        Deployment? current = null;
        foreach (var row in rows)
        {
            switch (row)
            {
                case { Event: LedgerEvent.DeploySucceeded, Release: not null } when row.Release != current?.Row.Release:
                    current = new Deployment(row, LedgerReading.ServingSince(rows, row), current);
                    all.Add(current);
                    break;
                case { Release: not null } when LedgerReading.FailedUnderTraffic(row):
                    var had = TimeSpan.FromMilliseconds(row.Durations!.Where(step => UnderTraffic.Contains(step.Key)).Sum(step => step.Value));
                    all.Add(new Deployment(row, row.At - had, current) { Recovery = had });
                    break;
                case { Event: LedgerEvent.RollbackSucceeded, Release: { } restored }:
                    // Also one whose deploy failed and could not put the traffic back.
                    if (all.LastOrDefault(deployment => deployment.Row.Release == row.Previous && (deployment == current || deployment.Row.Serves is true)) is { } left)
                    {
                        left.Recovery = row.At - left._since;
                    }

                    if (all.LastOrDefault(deployment => deployment.Row.Release == restored && deployment.Row.Event == LedgerEvent.DeploySucceeded) is { } back)
                    {
                        current = back;
                        current._since = LedgerReading.ServingSince(rows, row);
                    }

                    break;
            }
        }

        return all;
    }
}
