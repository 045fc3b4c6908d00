using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Valuations;

/// <summary>One part of a portfolio.</summary>
/// <param name="Key">What the part has in common.</param>
/// <param name="Value">In the reporting currency; below 0 for overdrawn cash.</param>
/// <param name="Share">Of the whole portfolio; all shares add up to 1. Unavailable if the whole is, or if it is 0 or less.</param>
public sealed record AllocationSlice<TKey>(TKey Key, Figure Value, Figure Share);

/// <summary>How a portfolio is spread, securities and cash.</summary>
public sealed record Allocation
{
    /// <summary>By asset class; what has none in the instruments is <see cref="AssetClass.Other"/>.</summary>
    public required IReadOnlyList<AllocationSlice<AssetClass>> ByAssetClass { get; init; }

    /// <summary>By the currency in which the instruments are traded here and in which the cash is.</summary>
    public required IReadOnlyList<AllocationSlice<string>> ByCurrency { get; init; }

    /// <summary>By account; the unnamed one is the empty text.</summary>
    public required IReadOnlyList<AllocationSlice<string>> ByAccount { get; init; }

    /// <summary>Spreads a valuation.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="valuation">Its valuation.</param>
    /// <param name="classes">The asset class by symbol.</param>
    /// <param name="rates">The exchange rates, for the cash.</param>
    /// <param name="day">The day whose rates count.</param>
    public static Allocation Of(Ledger ledger, PortfolioValuation valuation, IReadOnlyDictionary<string, AssetClass> classes, IExchangeRates rates, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(valuation);
        var parts = Securities(valuation, classes).Concat(Cash(ledger, valuation.Currency, rates, day)).ToList();
        return new Allocation
        {
            ByAssetClass = Slices(parts, part => part.Class),
            ByCurrency = Slices(parts, part => part.Currency),
            ByAccount = Slices(parts, part => part.Account),
        };
    }

    private static IEnumerable<Part> Securities(PortfolioValuation valuation, IReadOnlyDictionary<string, AssetClass> classes) =>
        from holding in valuation.Holdings
        from account in holding.Position.Accounts
        select new Part(
            account.Key,
            holding.Position.Currency,
            classes.GetValueOrDefault(holding.Position.Symbol),
            holding.ReportingValue.Map(value => Precision.Share(value, account.Value, holding.Position.Quantity)));

    private static IEnumerable<Part> Cash(Ledger ledger, string currency, IExchangeRates rates, DateOnly day) => ledger.Balances
        .Where(pair => pair.Value != 0)
        .Select(pair => new Part(
            pair.Key.Account, pair.Key.Currency, AssetClass.Cash, Precision.Round(Figure.Of(pair.Value) * rates.Rate(pair.Key.Currency, currency, day))));

    private static List<AllocationSlice<TKey>> Slices<TKey>(IReadOnlyCollection<Part> parts, Func<Part, TKey> key)
    {
        var whole = Figure.Sum(parts.Select(part => part.Value));
        if (whole.Value <= 0)
            whole = Figure.Unavailable("The whole is not above 0: nothing can be a share of it.");
        return [.. parts.GroupBy(key)
            .Select(group => (group.Key, Value: Figure.Sum(group.Select(part => part.Value))))
            .OrderByDescending(slice => slice.Value.Value)
            .ThenBy(slice => slice.Key)
            .Select(slice => new AllocationSlice<TKey>(slice.Key, slice.Value, slice.Value / whole))];
    }

    private sealed record Part(string Account, string Currency, AssetClass Class, Figure Value);
}
