using FinanceHub.Data.Prices;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Api.Market;

internal sealed record InstrumentResponse(string Symbol, string Name, string Currency, string AssetClass)
{
    public static InstrumentResponse Of(InstrumentEntity instrument) =>
        new(instrument.Symbol, instrument.Name, instrument.Currency, AssetClassNames.Of(instrument.AssetClass));
}

/// <summary>The closing prices of an instrument, oldest first, and how they treat splits.</summary>
internal sealed record PricesResponse(string Symbol, string Currency, string Basis, IReadOnlyList<PriceResponse> Prices)
{
    public static PricesResponse Of(InstrumentEntity instrument, IEnumerable<PriceEntity> prices) => new(
        instrument.Symbol,
        instrument.Currency,
        instrument.PriceBasis == PriceBasis.SplitAdjusted ? "SPLIT_ADJUSTED" : "RAW",
        [.. prices.Select(price => new PriceResponse(price.Date, price.Close))]);
}

internal sealed record PriceResponse(DateOnly Date, decimal Close);

/// <summary>How many units of <paramref name="Quote"/> one unit of <paramref name="Base"/> was worth, oldest first.</summary>
internal sealed record RatesResponse(string Base, string Quote, IReadOnlyList<RateResponse> Rates);

internal sealed record RateResponse(DateOnly Date, decimal Rate);
