using FinanceHub.Data.Prices.Providers;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using Microsoft.Extensions.Options;
using static FinanceHub.Worker.Market.MarketDataClient;

namespace FinanceHub.Worker.Market;

/// <summary>Prices from a server that speaks as this product's own API does: <c>instruments</c> and <c>instruments/{symbol}/prices?from=&amp;to=</c>.</summary>
internal sealed class HttpPriceProvider(MarketDataClient client, IOptions<MarketOptions> options) : IPriceProvider
{
    private const int LongestName = 200;

    public PriceBasis Basis => options.Value.Basis;

    public async Task<IReadOnlyList<ListedInstrument>> ListAsync(CancellationToken cancellation)
    {
        var listed = await client.GetAsync<List<Instrument>>("instruments", cancellation);
        foreach (var instrument in listed)
        {
            Require(instrument.Symbol is { Length: > 0 and <= ActivityRules.LongestSymbol }, $"a symbol of up to {ActivityRules.LongestSymbol} characters", instrument.Symbol);
            Require(instrument.Name is { Length: > 0 and <= LongestName }, $"a name of up to {LongestName} characters for {instrument.Symbol}", instrument.Name?.Length);
            Require(instrument.Currency is { Length: 3 }, $"a currency for {instrument.Symbol}", instrument.Currency);
        }

        return [.. listed.DistinctBy(one => one.Symbol).Select(one => new ListedInstrument(one.Symbol!, one.Name!, one.Currency!, ClassOf(one.AssetClass)))];
    }

    public async Task<IReadOnlyList<ClosingPrice>> GetAsync(ListedInstrument instrument, DateOnly from, DateOnly through, CancellationToken cancellation)
    {
        var answer = await client.GetAsync<Series>($"instruments/{Uri.EscapeDataString(instrument.Symbol)}/prices?from={Text(from)}&to={Text(through)}", cancellation);
        Require(answer.Symbol == instrument.Symbol, $"prices of {instrument.Symbol}", answer.Symbol);
        Require(answer.Currency == instrument.Currency, $"prices in {instrument.Currency}", answer.Currency);
        Require(answer.Basis is null || BasisOf(answer.Basis) == Basis, $"prices that are {Basis}", answer.Basis);
        Require(answer.Prices is not null, "prices", null);
        RequireSeries([.. answer.Prices!.Select(price => (price.Date, price.Close))], from, through);
        return [.. answer.Prices!.Select(price => new ClosingPrice(price.Date, price.Close))];
    }

    private static AssetClass ClassOf(string? name) => Enum.TryParse<AssetClass>(Plain(name), ignoreCase: true, out var found) && Enum.IsDefined(found) ? found : AssetClass.Other;

    private static PriceBasis? BasisOf(string name) => Enum.TryParse<PriceBasis>(Plain(name), ignoreCase: true, out var found) ? found : null;

    private static string? Plain(string? name) => name?.Replace("_", "", StringComparison.Ordinal);

    private sealed record Instrument(string? Symbol, string? Name, string? Currency, string? AssetClass);

    private sealed record Series(string? Symbol, string? Currency, string? Basis, List<Price>? Prices);

    private sealed record Price(DateOnly Date, decimal Close);
}
