using FinanceHub.Data.Prices;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Data.Portfolios;

/// <summary>What is in the accounts of a portfolio.</summary>
public sealed class AccountValuation(FinanceHubDbContext database, PriceStore prices, TimeProvider clock)
{
    private static readonly Dictionary<string, AssetClass> NoClasses = [];

    /// <summary>Values accounts of a portfolio that was read with its activities.</summary>
    internal async Task<IReadOnlyList<AccountSummary>> SummariseAsync(PortfolioEntity portfolio, IReadOnlyList<AccountEntity> accounts, CancellationToken cancellation)
    {
        var activities = portfolio.Activities.Select(activity => activity.ToActivity()).ToList();
        var options = await new LedgerWriter(database, clock).OptionsAsync(portfolio, activities, cancellation);
        var ledger = Ledger.Replay(activities, options, out var fault)
            ?? throw new InvalidOperationException($"The stored activities of portfolio {portfolio.Id} do not add up: {fault?.Message}");
        var values = await ValuesAsync(ledger, portfolio.Currency, cancellation);
        var uses = activities.SelectMany(Named).GroupBy(name => name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return [.. accounts.Select(account => new AccountSummary(
            account,
            uses.GetValueOrDefault(account.Name),
            [.. ledger.Balances.Where(pair => pair.Key.Account == account.Name && pair.Value != 0)
                .Select(pair => KeyValuePair.Create(pair.Key.Currency, pair.Value))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)],
            values.GetValueOrDefault(account.Name, Figure.Of(0))))];
    }

    private async Task<Dictionary<string, Figure>> ValuesAsync(Ledger ledger, string currency, CancellationToken cancellation)
    {
        var held = ledger.Positions.Values.Where(position => position.Quantity > 0).ToList();
        var quotes = await prices.LatestAsync([.. held.Select(position => position.Symbol)], cancellation);
        var currencies = held.Select(position => position.Currency)
            .Concat(quotes.Values.Select(quote => quote.Currency))
            .Concat(ledger.Cash.Keys)
            .Append(currency);
        var rates = (await StoredRates.LoadAsync(database, currencies, cancellation)).Table;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var valuation = PortfolioValuation.Of(ledger, currency, quotes, rates, today);
        return Allocation.Of(ledger, valuation, NoClasses, rates, today).ByAccount.ToDictionary(slice => slice.Key, slice => slice.Value, StringComparer.Ordinal);
    }

    /// <summary>The accounts of an activity; never the same one twice, that is one of the rules.</summary>
    private static IEnumerable<string> Named(Activity activity) => new[] { activity.Account, activity.ToAccount }.OfType<string>();
}
