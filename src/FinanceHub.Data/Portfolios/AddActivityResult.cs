using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Data.Portfolios;

/// <summary>What became of an activity that was to be added.</summary>
public abstract record AddActivityResult
{
    private AddActivityResult()
    {
    }

    /// <summary>It is stored.</summary>
    public sealed record Added(ActivityEntity Activity) : AddActivityResult;

    /// <summary>The owner has no such portfolio.</summary>
    public sealed record NotFound : AddActivityResult;

    /// <summary>It cannot stand among the others; nothing was stored.</summary>
    public sealed record Rejected(LedgerFault Fault) : AddActivityResult;
}
