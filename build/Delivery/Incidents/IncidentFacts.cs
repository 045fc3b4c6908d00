using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Incidents;

/// <summary>What is known about a release that had to go, when a rollback has ended.</summary>
internal sealed record IncidentFacts
{
    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>The release that was left; null if nothing served.</summary>
    public required string? Left { get; init; }

    /// <summary>The release that was gone to.</summary>
    public required string Target { get; init; }

    /// <summary>The ledger, the rollback's own rows included.</summary>
    public required IReadOnlyList<LedgerRow> Rows { get; init; }

    /// <summary>The row of the rollback's end.</summary>
    public required LedgerRow Outcome { get; init; }

    /// <summary>From the command until the target was confirmed at the public address; null if it failed.</summary>
    public TimeSpan? Restored { get; init; }

    /// <summary>How customers' requests to <see cref="Left"/> had gone, since the gateway was started; null if nobody counted.</summary>
    public ReleaseFigures? Traffic { get; init; }

    /// <summary>What the rollback undid, the newest first; null if that is not known here.</summary>
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>safe, needs-down or one-way.</summary>
    public required string Schema { get; init; }

    /// <summary>Directories with logs and diagnoses of the commands of <see cref="Rows"/>.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = [];
}
