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

    /// <summary>The same request had stored it before; nothing was stored now.</summary>
    /// <param name="Body">The answer it was given.</param>
    public sealed record Repeated(string Body) : AddActivityResult;

    /// <summary>Another request had the same key; nothing was stored.</summary>
    public sealed record KeyTaken : AddActivityResult;

    /// <summary>The owner has no such portfolio.</summary>
    public sealed record NotFound : AddActivityResult;

    /// <summary>It cannot stand among the others; nothing was stored.</summary>
    public sealed record Rejected(LedgerFault Fault) : AddActivityResult;

    /// <summary>Another activity of the portfolio has its external name; nothing was stored.</summary>
    public sealed record ExternalIdTaken : AddActivityResult;
}
