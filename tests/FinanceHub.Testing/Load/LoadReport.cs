using System.Globalization;

namespace FinanceHub.Testing.Load;

/// <summary>What a load met.</summary>
public sealed record LoadReport
{
    /// <summary>Answers with a status below 400.</summary>
    public required long Succeeded { get; init; }

    /// <summary>Answers with a status of 400 or above, by status.</summary>
    public required IReadOnlyDictionary<int, long> HttpErrors { get; init; }

    /// <summary>Requests that got no complete answer: connection refused, reset, closed without an announcement, or timed out.</summary>
    public required long Broken { get; init; }

    /// <summary>Why requests broke, up to ten examples.</summary>
    public required IReadOnlyList<string> BrokenReasons { get; init; }

    /// <summary>Answers by their <c>X-Release-Id</c>; an answer without one counts under the empty string.</summary>
    public required IReadOnlyDictionary<string, long> ByRelease { get; init; }

    /// <summary>Connections opened, the first ones included.</summary>
    public required long ConnectionsOpened { get; init; }

    /// <summary>Median of the successful requests' duration.</summary>
    public required TimeSpan P50 { get; init; }

    /// <summary>95th percentile.</summary>
    public required TimeSpan P95 { get; init; }

    /// <summary>99th percentile.</summary>
    public required TimeSpan P99 { get; init; }

    /// <summary>Slowest successful request.</summary>
    public required TimeSpan Maximum { get; init; }

    /// <summary>Longest time in which no request succeeded.</summary>
    public required TimeSpan LongestGap { get; init; }

    /// <summary>From the first request to the last answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Every request that did not succeed.</summary>
    public long Failed => Broken + HttpErrors.Values.Sum();

    /// <summary>Successful requests per second.</summary>
    public double Rate => Duration > TimeSpan.Zero ? Succeeded / Duration.TotalSeconds : 0;

    /// <inheritdoc/>
    public override string ToString()
    {
        var statuses = string.Join(", ", HttpErrors.Select(error => $"{error.Value} x {error.Key}").Prepend($"{Broken} broken"));
        var releases = string.Join(", ", ByRelease.Select(release => $"{release.Key} {release.Value}"));
        var reasons = BrokenReasons.Count == 0 ? string.Empty : $"; broken: {string.Join(" | ", BrokenReasons)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Succeeded} ok, {Failed} failed ({statuses}), {Rate:0}/s, p50 {Milliseconds(P50)}, p95 {Milliseconds(P95)}, p99 {Milliseconds(P99)}, max {Milliseconds(Maximum)}, longest gap {Milliseconds(LongestGap)}, {ConnectionsOpened} connections, by release: {releases}{reasons}
            """);
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
}
