namespace FinanceHub.Data.Watchlists;

/// <summary>Instruments that a user keeps an eye on.</summary>
public sealed class WatchlistEntity
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 100;

    /// <summary>Version 7: ordered by time of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The user.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>As its owner calls it; unique among the owner's.</summary>
    public required string Name { get; set; }

    /// <summary>Grows with every change; a write on an older revision fails.</summary>
    public long Revision { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>What is on it, when it was asked for.</summary>
    public List<WatchlistItemEntity> Items { get; } = [];
}

/// <summary>An instrument on a watchlist.</summary>
public sealed class WatchlistItemEntity
{
    /// <summary>The watchlist.</summary>
    public required Guid WatchlistId { get; init; }

    /// <summary>The instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }
}
