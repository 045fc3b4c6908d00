using FinanceHub.Delivery.Bakes;

namespace FinanceHub.Delivery.Ledger;

/// <summary>What the rows of a ledger say; pure.</summary>
internal static class LedgerReading
{
    /// <summary>The start of an operation that has no outcome yet; null if all have one.</summary>
    public static LedgerRow? Unfinished(IReadOnlyList<LedgerRow> rows)
    {
        var started = rows.LastOrDefault(row => row.Event is LedgerEvent.DeployStarted or LedgerEvent.RollbackStarted);
        return started is not null && !rows.Any(row => row.Operation == started.Operation && row.Sequence > started.Sequence) ? started : null;
    }

    /// <summary>How the last deploy or rollback ended; null if none ever did.</summary>
    public static LedgerRow? LastOutcome(IReadOnlyList<LedgerRow> rows) =>
        rows.LastOrDefault(row => row.Event is LedgerEvent.DeploySucceeded or LedgerEvent.DeployFailed or LedgerEvent.RollbackSucceeded or LedgerEvent.RollbackFailed);

    /// <summary>
    /// The last command since the last success that may have left a schema which the release that serves cannot live with: a deploy that failed and
    /// may have migrated, or a rollback that failed after its switch; null if there is none.
    /// </summary>
    public static LedgerRow? MayHaveLeftSchema(IReadOnlyList<LedgerRow> rows) => rows.Reverse()
        .TakeWhile(row => row.Event is not (LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded))
        .FirstOrDefault(row => row is { Serves: true } || (row.Event == LedgerEvent.DeployFailed && row.Durations?.ContainsKey("migrate") != false));

    /// <summary>The release that failed under traffic; null if the row tells of none.</summary>
    public static string? FailedBake(LedgerRow row) => row is { Event: LedgerEvent.DeployFailed, Bake.Verdict: BakeVerdict.Breach } ? row.Release : null;

    /// <summary>The release that a rollback left: by its success, or by a failure after the switch; null if the row tells of none.</summary>
    public static string? LeftByRollback(LedgerRow row) =>
        row is { Event: LedgerEvent.RollbackSucceeded } or { Event: LedgerEvent.RollbackFailed, Serves: true } && row.Previous != row.Release ? row.Previous : null;

    /// <summary>Releases that a rollback left or that failed under traffic, and that no deploy has put into service again since.</summary>
    public static IReadOnlySet<string> Bad(IReadOnlyList<LedgerRow> rows)
    {
        var bad = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (LeftByRollback(row) is { } left)
            {
                bad.Add(left);
            }

            if (FailedBake(row) is { } failed)
            {
                bad.Add(failed);
            }

            if (row is { Event: LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded, Release: { } release })
            {
                bad.Remove(release);
            }
        }

        return bad;
    }

    /// <summary>The release that was put into service last; null if none ever was.</summary>
    public static string? LastInService(IReadOnlyList<LedgerRow> rows) =>
        rows.LastOrDefault(row => row is { Event: LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded } or { Serves: true })?.Release;

    /// <summary>
    /// The releases that a rollback may go to, the best first: deployed with success, not the current one, not bad. Those that nobody has seen
    /// to the end of their checks come after the others, however new they are, and those that could not be brought back last: what failed at
    /// 3 am must not be chosen again and again.
    /// </summary>
    public static IReadOnlyList<string> RollbackTargets(IReadOnlyList<LedgerRow> rows, string? current)
    {
        var bad = Bad(rows);
        var refused = CouldNotBeBroughtBack(rows);
        var proven = rows.Where(IsProven).Select(row => row.Release).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Where(row => row.Event is LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded)
                .Reverse()
                .Select(row => row.Release!)
                .Where(release => release != current && !bad.Contains(release))
                .Distinct(StringComparer.Ordinal)
                .OrderBy(release => refused.Contains(release) ? 2 : proven.Contains(release) ? 0 : 1),
        ];
    }

    /// <summary>
    /// Releases to which a rollback failed because of themselves, not of the world, and that were not put into service since. After a switch
    /// it is not told which of the two it was: then the release had passed its checks.
    /// </summary>
    public static IReadOnlySet<string> CouldNotBeBroughtBack(IReadOnlyList<LedgerRow> rows)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row is { Event: LedgerEvent.RollbackFailed, Serves: null, Release: { } target, ExitCode: ExitCode.HostCrashed or ExitCode.HostNeverReady or ExitCode.IdentityMismatch or ExitCode.SmokeFailed })
            {
                refused.Add(target);
            }
            else if (row is { Event: LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded, Release: { } release })
            {
                refused.Remove(release);
            }
        }

        return refused;
    }

    /// <summary>Whether a release was seen to the end of its checks by some command; one that was killed after the switch has not done so.</summary>
    public static bool IsProven(IReadOnlyList<LedgerRow> rows, string releaseId) => rows.Any(row => row.Release == releaseId && IsProven(row));

    // The row of a command that was killed is written by the next one, which does not know how long its steps took.
    private static bool IsProven(LedgerRow row) => row is { Event: LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded, Durations: not null };

    /// <summary>The releases that the ledger mentions, the last mentioned first.</summary>
    public static IReadOnlyList<string> ByLastMention(IReadOnlyList<LedgerRow> rows) =>
        [.. rows.Reverse().Select(row => row.Release).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// From when customers had the release that a row put into service, UTC. A command that was killed is closed by the next one, perhaps
    /// hours later, and that row has no durations: then it is the time of the command's start.
    /// </summary>
    public static DateTimeOffset ServingSince(IReadOnlyList<LedgerRow> rows, LedgerRow row) => row.Durations is null
        ? rows.FirstOrDefault(start => start.Operation == row.Operation && start.Event is LedgerEvent.DeployStarted or LedgerEvent.RollbackStarted)?.At ?? row.At
        : row.At;

    /// <summary>Whether customers were on a release whose deploy then failed.</summary>
    public static bool FailedUnderTraffic(LedgerRow row) =>
        row is { Event: LedgerEvent.DeployFailed, Durations: { } steps } && (steps.ContainsKey("shift") || steps.ContainsKey("switch"));

    /// <summary>The row that brought a release into service; null if none did.</summary>
    public static LedgerRow? InService(IReadOnlyList<LedgerRow> rows, string releaseId) =>
        rows.LastOrDefault(row => row.Release == releaseId && row.Event is (LedgerEvent.DeploySucceeded or LedgerEvent.RollbackSucceeded));
}
