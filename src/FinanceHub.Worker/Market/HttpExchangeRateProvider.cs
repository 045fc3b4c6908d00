using FinanceHub.Data.Prices;
using FinanceHub.Data.Prices.Providers;
using Microsoft.Extensions.Options;
using static FinanceHub.Worker.Market.MarketDataClient;

namespace FinanceHub.Worker.Market;

/// <summary>Exchange rates from a server that speaks as this product's own API does: <c>fx?base=EUR&amp;quote=&amp;from=&amp;to=</c>.</summary>
internal sealed class HttpExchangeRateProvider(MarketDataClient client, IOptions<MarketOptions> options) : IExchangeRateProvider
{
    public IReadOnlyList<string> Currencies { get; } =
        [.. options.Value.Currencies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(currency => currency != ExchangeRateEntity.Pivot)];

    public async Task<IReadOnlyList<DailyRate>> GetAsync(string currency, DateOnly from, DateOnly through, CancellationToken cancellation)
    {
        var answer = await client.GetAsync<Series>($"fx?base={ExchangeRateEntity.Pivot}&quote={Uri.EscapeDataString(currency)}&from={Text(from)}&to={Text(through)}", cancellation);
        Require(answer.Base == ExchangeRateEntity.Pivot, $"rates of {ExchangeRateEntity.Pivot}", answer.Base);
        Require(answer.Quote == currency, $"rates in {currency}", answer.Quote);
        Require(answer.Rates is not null, "rates", null);
        RequireSeries([.. answer.Rates!.Select(rate => (rate.Date, rate.Rate))], from, through);
        return [.. answer.Rates!.Select(rate => new DailyRate(rate.Date, rate.Rate))];
    }

    private sealed record Series(string? Base, string? Quote, List<Quotation>? Rates);

    private sealed record Quotation(DateOnly Date, decimal Rate);
}
