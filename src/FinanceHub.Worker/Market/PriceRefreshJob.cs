using FinanceHub.Data.Prices;
using FinanceHub.Data.Prices.Providers;
using FinanceHub.Domain.Instruments;
using FinanceHub.Worker.Jobs;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Market;

/// <summary>Stores the prices that are missing: those from the last stored day on, which may not have been its last, and those of days that were left out. Of a series that is adjusted to splits, all of them when it was adjusted anew.</summary>
internal sealed class PriceRefreshJob(IPriceProvider provider, PriceStore store, AskedDays asked, IOptions<MarketOptions> options, TimeProvider clock) : IWorkerJob
{
    public const string Kind = "price-refresh";

    /// <summary>What a series may begin later than it was asked for: a market is closed for some days at most.</summary>
    private const int MostDaysClosed = 10;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (stored, first) = (await store.InstrumentsAsync(cancellation), await store.FirstActivitiesAsync(cancellation));
        var report = new RefreshReport("prices");
        var catalogue = await provider.ListAsync(cancellation);
        // All at once and before their prices: while half of them are known, the other half would be refused as misspelt.
        var unknown = catalogue.Where(listed => !stored.TryGetValue(listed.Symbol, out var known) || (known.AssetClass == AssetClass.Other && listed.AssetClass != AssetClass.Other)).Select(Instrument).ToList();
        if (unknown.Count > 0)
            await store.AddAsync(unknown, [], cancellation);
        // Each time in another order: where some make the circuit to the provider open, it is not always the same that come too late.
        foreach (var listed in catalogue.Shuffle())
        {
            DateOnly? activity = first.TryGetValue(listed.Symbol, out var day) ? day : null;
            await report.TryAsync(listed.Symbol, () => RefreshAsync(listed, stored.GetValueOrDefault(listed.Symbol), BackFill.Start(today, activity, options.Value), today, cancellation));
        }

        return report.Result();
    }

    private async Task<int> RefreshAsync(ListedInstrument listed, InstrumentEntity? stored, DateOnly from, DateOnly today, CancellationToken cancellation)
    {
        // A series whose currency or basis changed in the middle would be wrong on one side of it.
        if (stored is not null && (stored.Currency != listed.Currency || stored.PriceBasis != provider.Basis))
            throw new MarketDataException($"Expected prices in {stored.Currency}, {stored.PriceBasis}, as they are stored, found {listed.Currency}, {provider.Basis}.");

        var closes = await store.ClosesAsync(listed.Symbol, from, today, cancellation);
        var known = asked.With(Kind + listed.Symbol, today, closes.Keys);
        var added = 0;
        foreach (var gap in BackFill.Gaps(from, today, known))
        {
            var overlap = provider.Basis == PriceBasis.SplitAdjusted ? Readjustment.Overlap(closes, gap.From) : null;
            var answer = await provider.GetAsync(listed, overlap ?? gap.From, gap.Through, cancellation);
            if (provider.Basis == PriceBasis.SplitAdjusted && Readjustment.SeenOn(closes, gap.From, answer) is { } seen)
                return added + await ReplaceAsync(listed, seen, today, cancellation);
            var closing = answer.Where(price => price.Date >= gap.From).ToList();
            var news = closing.Where(price => closes.IsNews(price.Date, price.Close)).ToList();
            added += news.Count == 0 ? 0 : await store.AddAsync([], Entities(listed, news), cancellation);
            asked.Note(Kind + listed.Symbol, today, gap.From, gap.Through, closing.Select(price => price.Date));
        }

        return added;
    }

    /// <summary>Takes the whole series anew, with its gaps: half of it in the old units would be wrong on one side of the split.</summary>
    private async Task<int> ReplaceAsync(ListedInstrument listed, DateOnly seen, DateOnly today, CancellationToken cancellation)
    {
        var start = await store.FirstDayAsync(listed.Symbol, cancellation) ?? seen;
        var series = await provider.GetAsync(listed, start, today, cancellation);
        // What has just been answered is not gone a moment later: then the answer is a part only, and what it leaves out would be lost.
        if (!series.Any(price => price.Date == seen))
            throw new MarketDataException($"Expected a price on {MarketDataClient.Text(seen)}, which was answered before, among those since {MarketDataClient.Text(start)}, found none.");
        if (series.Min(price => price.Date) is var begins && begins > start.AddDays(MostDaysClosed))
            throw new MarketDataException($"Expected prices since {MarketDataClient.Text(start)}, as they are stored, found none before {MarketDataClient.Text(begins)}: nothing was replaced, for what is older would be lost.");
        var changed = await store.ReplaceAsync(listed.Symbol, Entities(listed, series), cancellation);
        asked.Note(Kind + listed.Symbol, today, start, today, series.Select(price => price.Date));
        return changed;
    }

    private static List<PriceEntity> Entities(ListedInstrument listed, IEnumerable<ClosingPrice> prices) =>
        [.. prices.Select(price => new PriceEntity { Symbol = listed.Symbol, Date = price.Date, Close = price.Close })];

    private InstrumentEntity Instrument(ListedInstrument listed) =>
        new() { Symbol = listed.Symbol, Name = listed.Name, Currency = listed.Currency, PriceBasis = provider.Basis, AssetClass = listed.AssetClass };
}
