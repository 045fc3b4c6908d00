namespace FinanceHub.Data.Prices;

/// <summary>The closing price of an instrument on a day.</summary>
public sealed class PriceEntity
{
    /// <summary>The instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>In the instrument's currency.</summary>
    public required decimal Close { get; init; }
}
