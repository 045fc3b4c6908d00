using FinanceHub.Data.Caching;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Valuations;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Valuations;

/// <summary>Portfolios for looking at. Owner and revision are asked for each time; what follows from a revision is computed once and kept for a while.</summary>
public sealed class PortfolioReader(FinanceHubDbContext database, MarketDataStore market, ReadCache cache)
{
    // A rate of the past that is published later changes what a purchase cost in the portfolio's currency: it is seen this much later.
    private static readonly TimeSpan LedgerLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PastLifetime = TimeSpan.FromSeconds(15);

    /// <summary>The portfolio; null if the owner has no such portfolio.</summary>
    public Task<PortfolioState?> FindAsync(Guid owner, Guid id, CancellationToken cancellation) => database.Portfolios
        .Where(portfolio => portfolio.OwnerId == owner && portfolio.Id == id)
        .Select(portfolio => new PortfolioState
        {
            Id = portfolio.Id,
            Currency = portfolio.Currency,
            CostMethod = portfolio.CostMethod,
            Revision = portfolio.Revision,
            ValuedThrough = portfolio.ValuedThrough,
            StaleFrom = portfolio.StaleFrom,
            LastActivity = database.Activities.Where(activity => activity.PortfolioId == portfolio.Id).Max(activity => (DateOnly?)activity.Date),
        })
        .SingleOrDefaultAsync(cancellation);

    /// <summary>Its activities, accounted for.</summary>
    /// <exception cref="InvalidOperationException">They do not add up, which no write allows.</exception>
    public async Task<PortfolioLedger> LedgerAsync(PortfolioState portfolio, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var key = new LedgerKey(portfolio.Id, portfolio.Revision, portfolio.CostMethod);
        if (cache.Find<PortfolioLedger>(key) is { } kept)
            return kept;
        // Read after the revision: they may be newer than it says, never older.
        var activities = await ActivitiesAsync(portfolio, cancellation);
        var rates = await market.RatesAsync(CurrenciesOf(activities).Append(portfolio.Currency), cancellation);
        var ledger = Ledger.Replay(activities, new ReplayOptions { Method = portfolio.CostMethod, Currency = portfolio.Currency, Rates = rates }, out var fault)
            ?? throw Inconsistent(portfolio, fault);
        return cache.Keep(key, new PortfolioLedger(activities, ledger, rates), LedgerLifetime, activities.Count);
    }

    /// <summary>What it was worth on every day up to one.</summary>
    /// <exception cref="InvalidOperationException">The activities do not add up, which no write allows.</exception>
    public async Task<PortfolioPast> PastAsync(PortfolioState portfolio, DateOnly through, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var key = new PastKey(portfolio.Id, portfolio.Revision, through);
        if (cache.Find<PortfolioPast>(key) is { } kept)
            return kept;
        var activities = (await LedgerAsync(portfolio, cancellation)).Activities;
        var data = await MarketAsync(portfolio, activities, cancellation);
        var history = PortfolioHistory.Of(activities, data, portfolio.Currency, through, out var fault) ?? throw Inconsistent(portfolio, fault);
        return cache.Keep(key, new PortfolioPast(activities, data, history), PastLifetime, activities.Count + (history.Days.Count * (1 + (long)data.Prices.Count)));
    }

    /// <summary>What it was worth on every day up to one at least, as stored if that is right and complete, else computed.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="needed">The last day that is needed.</param>
    /// <param name="today">The last day of what is computed: the same for all ranges, so that it is computed once.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidOperationException">The activities do not add up, which no write allows.</exception>
    public async Task<IReadOnlyList<DailyValue>> DaysAsync(PortfolioState portfolio, DateOnly needed, DateOnly today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        if (portfolio.StaleFrom is not null || portfolio.ValuedThrough is null || portfolio.ValuedThrough < needed)
            return (await PastAsync(portfolio, today, cancellation)).History.Days;
        var stored = await database.DailyValues.AsNoTracking()
            .Where(day => day.PortfolioId == portfolio.Id && day.Date <= needed)
            .OrderBy(day => day.Date)
            .ToListAsync(cancellation);
        return [.. stored.Select(day => new DailyValue(day.Date, Known(day.Value, day.Reason), Known(day.Inflow, day.Reason), Known(day.Outflow, day.Reason)))];
    }

    private async Task<List<Activity>> ActivitiesAsync(PortfolioState portfolio, CancellationToken cancellation) =>
        [.. (await database.Activities.AsNoTracking()
            .Where(activity => activity.PortfolioId == portfolio.Id)
            .OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence)
            .ToListAsync(cancellation)).Select(activity => activity.ToActivity())];

    private async Task<MarketData> MarketAsync(PortfolioState portfolio, IReadOnlyList<Activity> activities, CancellationToken cancellation)
    {
        if (activities.Count == 0)
            return new MarketData(new Dictionary<string, PriceSeries>(), await market.RatesAsync([], cancellation));
        var symbols = activities.Select(activity => activity.Symbol).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var series = await market.SeriesAsync(symbols, activities[0].Date, cancellation);
        var currencies = CurrenciesOf(activities).Concat(series.Values.Select(one => one.Currency)).Append(portfolio.Currency);
        return new MarketData(series, await market.RatesAsync(currencies, cancellation));
    }

    private static IEnumerable<string> CurrenciesOf(IEnumerable<Activity> activities) =>
        activities.SelectMany<Activity, string>(activity => activity.FeeCurrency is { } fee ? [activity.Currency, fee] : [activity.Currency]);

    private static Figure Known(decimal? value, string? reason) => value is { } known ? Figure.Of(known) : Figure.Unavailable(reason ?? "The value is not known.");

    private static InvalidOperationException Inconsistent(PortfolioState portfolio, LedgerFault? fault) =>
        new($"The stored activities of portfolio {portfolio.Id} do not add up: {fault?.Message}");

    private sealed record LedgerKey(Guid Portfolio, long Revision, CostMethod Method);

    private sealed record PastKey(Guid Portfolio, long Revision, DateOnly Through);
}
