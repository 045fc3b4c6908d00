using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.Notifications;

/// <summary>What people are told about a command that has ended.</summary>
internal sealed record Notification
{
    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>How it ended: the row that the ledger has of it.</summary>
    public required LedgerRow Outcome { get; init; }

    /// <summary>The page of the CI run that did it; null elsewhere.</summary>
    public string? RunUrl { get; init; }
}
