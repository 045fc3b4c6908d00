using System.Globalization;

namespace FinanceHub.Web.Api;

/// <content>What the portfolios amount to.</content>
internal sealed partial class ApiClient
{
    /// <summary>The API gives no more at once.</summary>
    private const int MostSuggestions = 100;

    public Task<HoldingsReport?> GetHoldingsAsync(Guid id, int sparkline = 0) =>
        GetAsync(WithQuery($"portfolios/{id}/holdings", ("sparkline", sparkline == 0 ? null : Text(sparkline))), ApiJson.Default.HoldingsReport);

    public Task<LotList?> GetLotsAsync(Guid id, string symbol) => GetAsync(WithQuery($"portfolios/{id}/lots", ("symbol", symbol)), ApiJson.Default.LotList);

    public Task<ApiResult<PerformanceReport>> GetPerformanceAsync(Guid id, DateOnly? from, DateOnly? to) =>
        FindAsync(WithQuery($"portfolios/{id}/performance", ("from", Text(from)), ("to", Text(to))), ApiJson.Default.PerformanceReport);

    public Task<ApiResult<PerformanceSeries>> GetPerformanceSeriesAsync(Guid id, DateOnly? from, DateOnly? to, int points) =>
        FindAsync(WithQuery($"portfolios/{id}/performance/series", ("from", Text(from)), ("to", Text(to)), ("points", Text(points))), ApiJson.Default.PerformanceSeries);

    public Task<PerformanceMonths?> GetPerformanceMonthsAsync(Guid id) => GetAsync($"portfolios/{id}/performance/months", ApiJson.Default.PerformanceMonths);

    public Task<DividendsReport?> GetDividendsAsync(Guid id, DateOnly? from, DateOnly? to) =>
        GetAsync(WithQuery($"portfolios/{id}/dividends", ("from", Text(from)), ("to", Text(to))), ApiJson.Default.DividendsReport);

    public Task<AllocationBreakdown?> GetAllocationAsync(Guid id) => GetAsync($"portfolios/{id}/allocation", ApiJson.Default.AllocationBreakdown);

    public Task<Instrument?> FindInstrumentAsync(string symbol) => GetAsync($"instruments/{Symbol.InAddress(symbol)}", ApiJson.Default.Instrument);

    /// <summary>Symbols that a field can suggest. A convenience: without them the form is as good.</summary>
    public async Task<IEnumerable<string>> SuggestSymbolsAsync() =>
        (await FindAsync(WithQuery("instruments", ("limit", Text(MostSuggestions))), ApiJson.Default.IReadOnlyListInstrument)).Value?.Select(instrument => instrument.Symbol) ?? [];

    public Task<PriceHistory?> GetPricesAsync(string symbol, DateOnly? from, DateOnly? to) =>
        GetAsync(WithQuery($"instruments/{Symbol.InAddress(symbol)}/prices", ("from", Text(from)), ("to", Text(to))), ApiJson.Default.PriceHistory);

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
