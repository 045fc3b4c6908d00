namespace FinanceHub.Data.Prices;

/// <summary>What the euro was worth in another currency at the end of a day; every other pair goes through the euro.</summary>
public sealed class ExchangeRateEntity
{
    /// <summary>The currency against which all are quoted.</summary>
    public const string Pivot = "EUR";

    /// <summary>ISO 4217 code; not <see cref="Pivot"/>.</summary>
    public required string Currency { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How many units of <see cref="Currency"/> one euro is worth; above 0.</summary>
    public required decimal PerEuro { get; init; }
}
