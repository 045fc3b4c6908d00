namespace FinanceHub.Data.Portfolios;

/// <summary>What became of an account that was to be opened, renamed or deleted.</summary>
public enum AccountResult
{
    /// <summary>It is as it was to be.</summary>
    Done,

    /// <summary>The owner has no such portfolio, or there is no such account in it.</summary>
    NotFound,

    /// <summary>Somebody else changed it meanwhile; it is as they left it.</summary>
    Stale,

    /// <summary>Another account of the portfolio has the name.</summary>
    NameTaken,

    /// <summary>Activities name it.</summary>
    InUse,
}
