using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Domain.Ledgers;

/// <summary>How activities are accounted for.</summary>
public sealed record ReplayOptions
{
    /// <summary>Which units a sale takes.</summary>
    public CostMethod Method { get; init; } = CostMethod.Fifo;

    /// <summary>The currency in which gains are told apart into price and currency effect; null if they are not.</summary>
    public string? Currency { get; init; }

    /// <summary>Fixes what a purchase cost in <see cref="Currency"/>, and a fee in another currency, at the rate of the trade date.</summary>
    public IExchangeRates Rates { get; init; } = ExchangeRateTable.None;

    /// <summary>The last day that counts; later splits are known all the same, because adjusted prices have them in.</summary>
    public DateOnly Through { get; init; } = DateOnly.MaxValue;

    /// <summary>Values units that cross the portfolio's border at their price of the day instead of what they had cost: as returns see them.</summary>
    internal MarketData? TransfersAt { get; init; }
}
