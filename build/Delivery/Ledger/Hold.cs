namespace FinanceHub.Delivery.Ledger;

/// <summary>What may not be deployed since a rollback or a failed bake, so that the next merge does not bring the fault back.</summary>
/// <param name="Releases">The releases that rollbacks left or that failed their bake.</param>
/// <param name="Everything">Whether no release at all may be deployed.</param>
/// <param name="Since">What holds something, the last of them; null if nothing does.</param>
internal sealed record Hold(IReadOnlySet<string> Releases, bool Everything, LedgerRow? Since)
{
    /// <summary>What the rows say.</summary>
    public static Hold Of(IReadOnlyList<LedgerRow> rows)
    {
        var (held, everything, since) = (new HashSet<string>(StringComparer.Ordinal), false, (LedgerRow?)null);
        foreach (var row in rows)
        {
            switch (row.Event)
            {
                case LedgerEvent.RollbackSucceeded:
                case LedgerEvent.RollbackFailed when row.Serves is true:
                    if (LedgerReading.LeftByRollback(row) is { } left)
                    {
                        held.Add(left);
                        since = row;
                    }

                    if (row.HoldsAll is true)
                    {
                        (everything, since) = (true, row);
                    }

                    held.Remove(row.Release ?? "");
                    break;
                case LedgerEvent.DeployFailed when LedgerReading.FailedBake(row) is { } failed:
                    held.Add(failed);
                    since = row;
                    break;
                case LedgerEvent.HoldLifted:
                    held.Clear();
                    (everything, since) = (false, null);
                    break;
            }
        }

        return new Hold(held, everything, since);
    }

    /// <summary>Whether anything is held.</summary>
    public bool IsSet => Everything || Releases.Count > 0;

    /// <exception cref="DeliveryFailure">The release may not be deployed: <see cref="ExitCode.Held"/>.</exception>
    /// <param name="releaseId">The release; null to ask only whether any may be.</param>
    /// <param name="environment">The environment's name.</param>
    public void RequireNone(string? releaseId, string environment)
    {
        if (!Everything && (releaseId is null || !Releases.Contains(releaseId)))
        {
            return;
        }

        var what = Everything ? "Every deploy" : $"Release {releaseId}";
        var cause = Since?.Event == LedgerEvent.DeployFailed ? $"{Since.Release} failed its bake" : $"{Since?.Actor} rolled back";
        var remark = Since?.Event == LedgerEvent.DeployFailed ? Since.Bake?.Reason : Since?.Reason;
        var why = Since is null ? "" : FormattableString.Invariant($" since {cause} at {Since.At:yyyy-MM-dd HH:mm:ss}Z{(remark is null ? "" : $" ({remark.TrimEnd('.')})")}");
        throw new DeliveryFailure(ExitCode.Held, $"{what} is held{why}. If the cause is gone: ./build.sh LiftHold --env {environment} --reason \"...\"");
    }

    /// <summary>What is held, for people.</summary>
    public override string ToString() => Everything ? "every deploy" : string.Join(", ", Releases.Order(StringComparer.Ordinal));
}
