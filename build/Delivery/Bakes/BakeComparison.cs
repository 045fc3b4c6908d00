using System.Globalization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Bakes;

/// <summary>
/// Judges a new release by the requests of both; pure. Worse than allowed is a breach only if it cannot well be chance: two samples of
/// the same release never agree exactly, and a false alarm costs a deploy and the trust in all later alarms.
/// </summary>
internal static class BakeComparison
{
    /// <summary>What chance may contribute to a verdict at the end of a window.</summary>
    public const double FinalSignificance = 0.005;

    /// <summary>What it may contribute to one that comes early; such looks are many, each a chance to be wrong.</summary>
    public const double EarlySignificance = 0.000001;

    private const double Tail = 0.95;

    /// <summary>The verdict.</summary>
    /// <param name="fresh">What the new release did; its latency may be that of a part of its requests.</param>
    /// <param name="old">What the one before did.</param>
    /// <param name="limits">What is allowed.</param>
    /// <param name="significance">What chance may contribute to a breach, 0 to 1.</param>
    public static BakeResult Judge(ReleaseFigures fresh, ReleaseFigures old, BakeLimits limits, double significance = FinalSignificance)
    {
        var result = new BakeResult { Verdict = BakeVerdict.Pass, New = Figures(fresh), Old = Figures(old) };
        if (fresh.Requests < limits.MinimumRequests || old.Requests < limits.MinimumRequests)
        {
            return result with
            {
                Verdict = BakeVerdict.NotEvaluated,
                Reason = $"too few requests: {fresh.Requests} of the new release and {old.Requests} of the old, expected {limits.MinimumRequests} of each",
            };
        }

        Finding[] findings = [.. Errors(fresh, old, limits), .. fresh.Latency.Total < limits.MinimumRequests ? [] : Latency(fresh, old, limits)];
        if (findings.FirstOrDefault(finding => finding.Chance <= significance) is { } breach)
        {
            return result with { Verdict = BakeVerdict.Breach, Reason = breach.Text };
        }

        if (fresh.Latency.Total < limits.MinimumRequests)
        {
            return result with
            {
                Verdict = BakeVerdict.NotEvaluated,
                Reason = $"too few requests to tell how quickly it answers: {fresh.Latency.Total} since it has settled, expected {limits.MinimumRequests}",
            };
        }

        return findings.Length == 0 ? result : result with
        {
            Verdict = BakeVerdict.NotEvaluated,
            Reason = $"{findings[0].Text}; that is more than allowed, but with so few requests it may be chance",
        };
    }

    private static IEnumerable<Finding> Errors(ReleaseFigures fresh, ReleaseFigures old, BakeLimits limits)
    {
        if (fresh.ErrorRate - old.ErrorRate > limits.MaximumErrorRateIncrease)
        {
            yield return new Finding(
                ExactTest.ChanceOfSoMany(fresh.Errors, fresh.Requests, old.Errors, old.Requests),
                string.Create(CultureInfo.InvariantCulture, $"{fresh.ErrorRate * 100:0.0} % of {fresh.Requests} requests failed, before it were {old.ErrorRate * 100:0.0} % of {old.Requests} (allowed: {limits.MaximumErrorRateIncrease * 100:0.0} percentage points more)"));
        }
    }

    private static IEnumerable<Finding> Latency(ReleaseFigures fresh, ReleaseFigures old, BakeLimits limits)
    {
        var (now, before) = (fresh.Latency.Quantile(Tail), old.Latency.Quantile(Tail));
        var allowed = Math.Max(before * limits.MaximumLatencyFactor, before + limits.MinimumLatencyIncrease.TotalMilliseconds);
        if (now > allowed)
        {
            yield return new Finding(
                ExactTest.ChanceOfSoMany(fresh.Latency.SlowerThan(allowed), fresh.Latency.Total, old.Latency.SlowerThan(allowed), old.Latency.Total),
                string.Create(CultureInfo.InvariantCulture, $"95 % of {fresh.Latency.Total} requests were answered within {now:0} ms, before it were {before:0} ms for {old.Latency.Total} (allowed: {allowed:0} ms)"));
        }
    }

    private static BakeFigures Figures(ReleaseFigures figures) =>
        new(figures.Requests, figures.Errors, Math.Round(figures.Latency.Quantile(0.5), 1), Math.Round(figures.Latency.Quantile(Tail), 1));

    /// <param name="Chance">How likely it would be without a difference between the releases.</param>
    /// <param name="Text">What was found, with figures.</param>
    private sealed record Finding(double Chance, string Text);
}
