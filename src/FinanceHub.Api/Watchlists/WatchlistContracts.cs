using FinanceHub.Api.Validation;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Watchlists;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Watchlists;

internal sealed record WatchlistRequest(string? Name)
{
    /// <summary>The name; of no use if there are faults.</summary>
    public string Read(FieldFaults faults)
    {
        var name = Name?.Trim();
        if (name is null or { Length: 0 or > WatchlistEntity.LongestName } || name.Any(char.IsControl))
            faults.Add("name", $"Expected a name of 1 to {WatchlistEntity.LongestName} characters, all of them printable.");
        return name ?? "";
    }
}

internal sealed record WatchlistResponse(Guid Id, string Name, long Revision, IReadOnlyList<WatchItemResponse> Items)
{
    public static WatchlistResponse Of(WatchlistEntity list, IReadOnlyDictionary<string, InstrumentQuotes> quotes, ILookup<string, Activity> splits) => new(
        list.Id, list.Name, list.Revision, [.. list.Items.Where(item => quotes.ContainsKey(item.Symbol)).Select(item => WatchItemResponse.Of(quotes[item.Symbol], splits[item.Symbol]))]);
}

/// <summary>An instrument on a list, as it is traded: its own currency, its earlier prices in the units of the latest.</summary>
internal sealed record WatchItemResponse(
    string Symbol, string Name, string Currency, decimal? Price, DateOnly? PriceDate, Figure DayChangeShare, IReadOnlyList<decimal> Sparkline)
{
    private const int Closes = 30;

    public static WatchItemResponse Of(InstrumentQuotes quotes, IEnumerable<Activity> splits)
    {
        var today = quotes.Latest?.Date ?? default;
        var (now, before) = (FigureOf(quotes.Latest), FigureOf(quotes.Previous));
        return new WatchItemResponse(
            quotes.Symbol, quotes.Name, quotes.Currency, now.Value, quotes.Latest?.Date, (now - before) / before, [.. quotes.Last(Closes).Select(close => FigureOf(close).Value).OfType<decimal>()]);

        Figure FigureOf(PriceQuote? quote) =>
            quote is null ? Figure.Unavailable($"There is no price for {quotes.Symbol}.") : Splits.UnitPrice(quote, today, splits);
    }
}
