namespace FinanceHub.Data.Portfolios;

/// <summary>What became of something that was to be changed or deleted.</summary>
public enum ChangeResult
{
    /// <summary>It is as it was to be.</summary>
    Done,

    /// <summary>The owner has no such thing.</summary>
    NotFound,

    /// <summary>Somebody else changed it meanwhile; it is as they left it.</summary>
    Stale,
}
