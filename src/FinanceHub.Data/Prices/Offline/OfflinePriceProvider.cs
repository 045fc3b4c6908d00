using FinanceHub.Data.Prices.Providers;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Prices.Offline;

/// <summary>Prices that need no network, the same on every machine.</summary>
public sealed class OfflinePriceProvider : IPriceProvider
{
    /// <remarks>The series know no splits and run on evenly, so they are in today's units: a split that somebody enters changes no value.</remarks>
    public PriceBasis Basis => PriceBasis.SplitAdjusted;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedInstrument>> ListAsync(CancellationToken cancellation) => Task.FromResult(OfflineCatalogue.Instruments);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ClosingPrice>> GetAsync(ListedInstrument instrument, DateOnly from, DateOnly through, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return Task.FromResult<IReadOnlyList<ClosingPrice>>([.. TradingDays.Between(from, through).Select(day => new ClosingPrice(day, PriceOf(instrument.Symbol, day)))]);
    }

    /// <summary>The price on a day, rounded to two decimals; always above 0.</summary>
    public static decimal PriceOf(string symbol, DateOnly day)
    {
        var seed = Waves.Seed(symbol);
        var start = 20 + (seed % 180);
        return decimal.Round(start * Waves.Factor(seed, day, MovementOf(OfflineCatalogue.Find(symbol)?.AssetClass)), 2);
    }

    private static int MovementOf(AssetClass? kind) => kind switch
    {
        AssetClass.Bond => 15,
        AssetClass.Fund => 60,
        AssetClass.Crypto => 130,
        _ => 100,
    };
}
