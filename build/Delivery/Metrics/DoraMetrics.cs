namespace FinanceHub.Delivery.Metrics;

/// <summary>
/// The five measures of software delivery performance of DORA (https://dora.dev/guides/dora-metrics/), from the ledger alone. What
/// there is no sample of is not evaluated: a figure of zero would say that all is well.
/// </summary>
internal static class DoraMetrics
{
    /// <summary>Computes all five; pure.</summary>
    /// <param name="deployments">Of the environment's whole life.</param>
    /// <param name="from">Only deployments from then on count, UTC.</param>
    /// <param name="to">The end of the time that is looked at, UTC.</param>
    /// <param name="commitTimes">When the commits of a deployment were made, UTC; empty if that is not known.</param>
    public static IReadOnlyList<DeliveryMetric> Of(IReadOnlyList<Deployment> deployments, DateTimeOffset from, DateTimeOffset to, Func<Deployment, IReadOnlyList<DateTimeOffset>> commitTimes)
    {
        var counted = deployments.Where(deployment => deployment.At >= from && deployment.At <= to).ToList();
        var kept = counted.Where(deployment => !deployment.Failed).ToList();
        var leadTimes = kept.SelectMany(deployment => commitTimes(deployment).Select(made => (deployment.At - made).TotalSeconds)).Where(seconds => seconds >= 0).ToList();
        var recoveries = counted.Select(deployment => deployment.Recovery?.TotalSeconds).OfType<double>().ToList();
        var reworks = counted.Count(deployment => IsRework(deployment, deployments));
        return
        [
            Median("change lead time", leadTimes, counted.Count == 0 ? "there was no deployment in this time" : kept.Count == 0 ? "every deployment of this time had to be taken back" : "the times of the commits are not known here: run it in a clone that has them"),
            Rate("deployment frequency", "per day", counted.Count, counted.Count / (to - from).TotalDays, counted.Count),
            Median("failed deployment recovery time", recoveries, counted.Count == 0 ? "there was no deployment in this time" : "no deployment of this time had to be taken back"),
            Rate("change fail rate", "percent", recoveries.Count, 100.0 * recoveries.Count / Math.Max(1, counted.Count), counted.Count),
            Rate("deployment rework rate", "percent", reworks, 100.0 * reworks / Math.Max(1, counted.Count), counted.Count),
        ];
    }

    /// <summary>A deployment that nobody had planned: the first after one that had to go.</summary>
    private static bool IsRework(Deployment deployment, IReadOnlyList<Deployment> all)
    {
        var before = all.TakeWhile(other => other != deployment).LastOrDefault();
        return before is { Failed: true };
    }

    private static DeliveryMetric Median(string name, List<double> seconds, string missing)
    {
        seconds.Sort();
        return new DeliveryMetric
        {
            Name = name,
            Unit = "seconds",
            Samples = seconds.Count,
            Value = seconds.Count == 0 ? null : Math.Round((seconds[(seconds.Count - 1) / 2] + seconds[seconds.Count / 2]) / 2, 1),
            NotEvaluated = seconds.Count == 0 ? missing : null,
        };
    }

    private static DeliveryMetric Rate(string name, string unit, int events, double value, int deployments) => new()
    {
        Name = name,
        Unit = unit,
        Samples = unit == "percent" ? deployments : events,
        Value = deployments == 0 ? null : Math.Round(value, 3),
        NotEvaluated = deployments == 0 ? "there was no deployment in this time" : null,
    };
}
