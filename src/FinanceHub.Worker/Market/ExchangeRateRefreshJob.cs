using FinanceHub.Data.Prices;
using FinanceHub.Data.Prices.Providers;
using FinanceHub.Worker.Jobs;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Market;

/// <summary>Stores the exchange rates that are missing: those from the last stored day on, which may not have been its last, and those of days that were left out.</summary>
internal sealed class ExchangeRateRefreshJob(IExchangeRateProvider provider, ExchangeRateStore store, AskedDays asked, IOptions<MarketOptions> options, TimeProvider clock) : IWorkerJob
{
    public const string Kind = "exchange-rate-refresh";

    public async Task<string> RunAsync(CancellationToken cancellation) => await RefreshAsync(await store.FirstActivityAsync(cancellation), cancellation);

    /// <summary>Stores what is missing as far back as a day needs, or as is configured if that is further.</summary>
    /// <returns>What was done, one sentence.</returns>
    /// <exception cref="JobFailedException">Something failed; what did not is stored.</exception>
    public async Task<string> RefreshAsync(DateOnly? first, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var from = BackFill.Start(today, first, options.Value);
        var report = new RefreshReport("exchange rates");
        foreach (var currency in provider.Currencies.Shuffle())
            await report.TryAsync(currency, () => RefreshAsync(currency, from, today, cancellation));
        return report.Result();
    }

    private async Task<int> RefreshAsync(string currency, DateOnly from, DateOnly today, CancellationToken cancellation)
    {
        var stored = await store.RatesAsync(currency, from, today, cancellation);
        var known = asked.With(Kind + currency, today, stored.Keys);
        var added = 0;
        foreach (var gap in BackFill.Gaps(from, today, known))
        {
            var rates = await provider.GetAsync(currency, gap.From, gap.Through, cancellation);
            var news = rates.Where(rate => stored.IsNews(rate.Date, rate.PerEuro)).ToList();
            added += news.Count == 0 ? 0 : await store.AddAsync([.. news.Select(rate => new ExchangeRateEntity { Currency = currency, Date = rate.Date, PerEuro = rate.PerEuro })], cancellation);
            asked.Note(Kind + currency, today, gap.From, gap.Through, rates.Select(rate => rate.Date));
        }

        return added;
    }
}
