using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Data.Portfolios;

/// <summary>What became of an activity that was to be changed or deleted.</summary>
public abstract record ChangeActivityResult
{
    private ChangeActivityResult()
    {
    }

    /// <summary>It is as it was to be; after a deletion, as it was last.</summary>
    public sealed record Changed(ActivityEntity Activity) : ChangeActivityResult;

    /// <summary>The owner has no such portfolio, or there is no such activity in it.</summary>
    public sealed record NotFound : ChangeActivityResult;

    /// <summary>Somebody else changed it meanwhile; it is as they left it.</summary>
    public sealed record Stale : ChangeActivityResult;

    /// <summary>The ledger could not stand with it; nothing was changed.</summary>
    public sealed record Rejected(LedgerFault Fault) : ChangeActivityResult;

    /// <summary>Another activity of the portfolio has the external name; nothing was changed.</summary>
    public sealed record ExternalIdTaken : ChangeActivityResult;
}
