namespace FinanceHub.Data.Alerts;

/// <summary>What an alert waits for.</summary>
public enum AlertKind
{
    /// <summary>A closing price at or above the threshold.</summary>
    PriceAbove = 1,

    /// <summary>A closing price at or below the threshold.</summary>
    PriceBelow = 2,

    /// <summary>A closing price that differs from the one before by the threshold or more, in percent, up or down.</summary>
    PercentMove = 3,
}

/// <summary>A user's wish to be told about a price.</summary>
public sealed class AlertEntity
{
    /// <summary>Version 7: ordered by time of creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The user.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>What it waits for.</summary>
    public required AlertKind Kind { get; set; }

    /// <summary>A price in the instrument's currency, or percent; above 0.</summary>
    public required decimal Threshold { get; set; }

    /// <summary>How long it is silent after it has fired, in hours; 0 for not at all. It fires once for each price in any case.</summary>
    public required int CooldownHours { get; set; }

    /// <summary>Whether it is looked at.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>UTC; null if it never fired.</summary>
    public DateTime? LastFiredAt { get; set; }

    /// <summary>Grows with every change by its owner; a write on an older revision fails.</summary>
    public long Revision { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

/// <summary>That an alert fired. Stays when the alert is deleted.</summary>
public sealed class AlertEventEntity
{
    /// <summary>Version 7: ordered by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The alert; it may be gone.</summary>
    public required Guid AlertId { get; init; }

    /// <summary>The user.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>What the alert waited for.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The threshold then.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>The day of the price.</summary>
    public required DateOnly PriceDate { get; init; }

    /// <summary>The price.</summary>
    public required decimal Price { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime FiredAt { get; init; }

    /// <summary>UTC; null until it has been delivered.</summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>UTC; null until the user has seen it.</summary>
    public DateTime? ReadAt { get; set; }
}
