namespace FinanceHub.Data.Watchlists;

/// <summary>What became of a watchlist that was to be begun.</summary>
public abstract record CreateWatchlistResult
{
    private CreateWatchlistResult()
    {
    }

    /// <summary>There it is.</summary>
    public sealed record Created(WatchlistEntity List) : CreateWatchlistResult;

    /// <summary>The owner has one of that name.</summary>
    public sealed record NameTaken : CreateWatchlistResult;

    /// <summary>The owner has <see cref="WatchlistStore.MostLists"/> already.</summary>
    public sealed record Full : CreateWatchlistResult;
}
