using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Valuations;

/// <summary>What portfolios were worth, kept in step with what it follows from.</summary>
/// <remarks>
/// The mark of an edit is taken away first, and <see cref="PortfolioEntity.ValuedThrough"/> goes back to the day before
/// it: whoever is killed after that leaves a portfolio that is valued up to that day, and the next run goes on from
/// there. An edit in the meantime marks it again.
/// </remarks>
public sealed class ValuationStore(FinanceHubDbContext database)
{
    /// <summary>Before every activity. Not <see cref="DateOnly.MinValue"/>, which Npgsql takes for minus infinity.</summary>
    private static readonly DateOnly Beginning = new(1000, 1, 1);

    /// <summary>The portfolios whose stored values are wrong, or do not reach up to a day; the ones that wait for an edit first.</summary>
    public Task<List<Guid>> DueAsync(DateOnly through, CancellationToken cancellation) => database.Portfolios
        .Where(portfolio => portfolio.StaleFrom != null || portfolio.ValuedThrough == null || portfolio.ValuedThrough < through)
        .OrderBy(portfolio => portfolio.StaleFrom == null)
        .ThenBy(portfolio => portfolio.Id)
        .Select(portfolio => portfolio.Id)
        .ToListAsync(cancellation);

    /// <summary>Gives up the values that are wrong, and reads what the right ones follow from; null if the portfolio is gone.</summary>
    public async Task<ValuationInput?> BeginAsync(Guid portfolioId, CancellationToken cancellation)
    {
        await database.Portfolios.Where(portfolio => portfolio.Id == portfolioId && portfolio.StaleFrom != null).ExecuteUpdateAsync(
            set => set
                .SetProperty(portfolio => portfolio.ValuedThrough, portfolio => portfolio.StaleFrom!.Value.AddDays(-1) < portfolio.ValuedThrough ? portfolio.StaleFrom!.Value.AddDays(-1) : portfolio.ValuedThrough)
                .SetProperty(portfolio => portfolio.StaleFrom, (DateOnly?)null),
            cancellation);

        // Its row before its activities: an edit that comes in between changes the revision, and the result is not stored.
        if (await database.Portfolios.AsNoTracking().SingleOrDefaultAsync(portfolio => portfolio.Id == portfolioId, cancellation) is not { } found)
            return null;
        var stored = await database.Activities.AsNoTracking().Where(activity => activity.PortfolioId == portfolioId).ToListAsync(cancellation);
        var activities = stored.ConvertAll(activity => activity.ToActivity());
        return new ValuationInput(portfolioId, found.Revision, found.Currency, found.ValuedThrough, activities, await ReadMarketAsync(found.Currency, activities, cancellation));
    }

    /// <summary>Stores the values after the last one that is right, all or none.</summary>
    /// <returns>False if the portfolio has changed since <see cref="BeginAsync"/>; it is due again then.</returns>
    public async Task<bool> CompleteAsync(ValuationInput input, IReadOnlyList<DailyValue> days, DateOnly through, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(days);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var unchanged = await database.Portfolios
            .Where(portfolio => portfolio.Id == input.PortfolioId && portfolio.Revision == input.Revision && portfolio.ValuedThrough == input.RightThrough)
            .ExecuteUpdateAsync(set => set.SetProperty(portfolio => portfolio.ValuedThrough, through), cancellation);
        if (unchanged == 0)
        {
            await RepeatAsync(input, cancellation);
            await transaction.CommitAsync(cancellation);
            return false;
        }

        var wrong = days.Where(day => input.RightThrough is null || day.Date > input.RightThrough);
        await database.DailyValues.Where(value => value.PortfolioId == input.PortfolioId && (input.RightThrough == null || value.Date > input.RightThrough)).ExecuteDeleteAsync(cancellation);
        database.DailyValues.AddRange(wrong.Select(day => Of(input.PortfolioId, day)));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        database.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Somebody else may have valued it meanwhile, with what was read here or with what was not: the safe thing is to do it again.</summary>
    private Task<int> RepeatAsync(ValuationInput input, CancellationToken cancellation) =>
        StaleValues.MarkAsync(database.Portfolios.Where(portfolio => portfolio.Id == input.PortfolioId), input.RightThrough?.AddDays(1) ?? Beginning, cancellation);

    private async Task<MarketData> ReadMarketAsync(string currency, List<Activity> activities, CancellationToken cancellation)
    {
        var symbols = activities.Select(activity => activity.Symbol).OfType<string>().Distinct().ToList();
        var instruments = await database.Instruments.AsNoTracking().Where(instrument => symbols.Contains(instrument.Symbol)).ToListAsync(cancellation);
        var prices = (await database.Prices.Where(price => symbols.Contains(price.Symbol)).Select(price => new { price.Symbol, price.Date, price.Close }).ToListAsync(cancellation))
            .ToLookup(price => price.Symbol, price => KeyValuePair.Create(price.Date, price.Close), StringComparer.Ordinal);
        var series = instruments.Where(instrument => prices.Contains(instrument.Symbol))
            .ToDictionary(instrument => instrument.Symbol, instrument => new PriceSeries(instrument.Symbol, instrument.Currency, instrument.PriceBasis, prices[instrument.Symbol]), StringComparer.Ordinal);

        var currencies = instruments.Select(instrument => instrument.Currency)
            .Concat(activities.Select(activity => activity.Currency)).Concat(activities.Select(activity => activity.FeeCurrency).OfType<string>()).Append(currency)
            .Select(code => MinorUnit.Find(code)?.Major ?? code).Distinct().ToList();
        var rates = (await database.ExchangeRates.Where(rate => currencies.Contains(rate.Currency)).Select(rate => new { rate.Currency, rate.Date, rate.PerEuro }).ToListAsync(cancellation))
            .GroupBy(rate => rate.Currency, rate => KeyValuePair.Create(rate.Date, rate.PerEuro), StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.AsEnumerable()));
        return new MarketData(series, new ExchangeRateTable(ExchangeRateEntity.Pivot, rates));
    }

    private static DailyValueEntity Of(Guid portfolioId, DailyValue day) => new()
    {
        PortfolioId = portfolioId,
        Date = day.Date,
        Value = day.Value.Value,
        Inflow = day.Inflow.Value,
        Outflow = day.Outflow.Value,
        Reason = day.Value.Reason ?? day.Inflow.Reason ?? day.Outflow.Reason,
    };
}
