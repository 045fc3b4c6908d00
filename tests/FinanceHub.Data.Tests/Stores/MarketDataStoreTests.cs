using FinanceHub.Data.Caching;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Tests.Stores;

public abstract class MarketDataStoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private static readonly DateOnly Day = new(2026, 1, 5);
    private readonly TDatabase _database = new();
    private readonly ReadCache _cache = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        _cache.Dispose();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_latest_closes_come_oldest_first_and_not_more_than_are_wanted()
    {
        await _database.AddPricesAsync("ACME", Day, [.. Enumerable.Range(0, MarketDataStore.MostCloses + 10).Select(i => 100m + i)]);
        await _database.AddPricesAsync("NEW", Day, []);

        var quotes = await UseAsync(store => store.QuotesAsync(["ACME", "NEW", "NOBODY", "ACME"], TestContext.Current.CancellationToken));

        quotes.Keys.ShouldBe(["ACME", "NEW"], ignoreOrder: true);
        quotes["ACME"].Closes.Select(close => close.Price).ShouldBe(Enumerable.Range(10, MarketDataStore.MostCloses).Select(i => 100m + i));
        (quotes["ACME"].Latest!.Price, quotes["ACME"].Previous!.Price, quotes["ACME"].Last(2).Count()).ShouldBe((199m, 198m, 2));
        (quotes["NEW"].Latest, quotes["NEW"].Previous, quotes["NEW"].Name).ShouldBe((null, null, "NEW Inc."));
    }

    [Fact]
    public async Task A_series_begins_with_the_price_that_counted_on_the_first_day()
    {
        await _database.AddPricesAsync("ACME", Day, [100, 101]);
        await _database.AddPricesAsync("ACME", Day.AddDays(10), [110, 111]);
        await _database.AddPricesAsync("LATE", Day.AddDays(20), [7]);

        var series = await UseAsync(store => store.SeriesAsync(["ACME", "LATE", "NOBODY"], Day.AddDays(5), TestContext.Current.CancellationToken));

        series.Keys.ShouldBe(["ACME", "LATE"], ignoreOrder: true);
        series["ACME"].At(Day.AddDays(5)).ShouldBe(new PriceQuote("ACME", Day.AddDays(1), 101, "EUR", PriceBasis.Raw));
        series["ACME"].At(Day.AddDays(11))!.Price.ShouldBe(111);
        series["LATE"].At(Day.AddDays(30))!.Price.ShouldBe(7);
    }

    [Fact]
    public async Task Rates_go_through_the_euro_and_minor_units_through_their_currency()
    {
        await _database.AddRatesAsync("USD", Day, 1.25m);
        await _database.AddRatesAsync("GBP", Day, 0.8m);

        var rates = await UseAsync(store => store.RatesAsync(["USD", "GBp", "EUR"], TestContext.Current.CancellationToken));

        rates.Rate("USD", "GBp", Day.AddDays(3)).Value.ShouldBe(64);
        rates.Rate("EUR", "USD", Day).Value.ShouldBe(1.25m);
        rates.Rate("EUR", "USD", Day.AddDays(-1)).Value.ShouldBeNull();
        rates.Rate("EUR", "CHF", Day).Value.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_read_is_kept_for_a_moment()
    {
        await _database.AddPricesAsync("ACME", Day, [100]);
        await UseAsync(store => store.QuotesAsync(["ACME"], TestContext.Current.CancellationToken));
        await _database.AddPricesAsync("ACME", Day.AddDays(1), [101]);

        var kept = await UseAsync(store => store.QuotesAsync(["ACME"], TestContext.Current.CancellationToken));

        kept["ACME"].Latest!.Price.ShouldBe(100);
    }

    private async Task<T> UseAsync<T>(Func<MarketDataStore, Task<T>> use)
    {
        await using var context = _database.Open();
        return await use(new MarketDataStore(context, _cache));
    }
}

public sealed class MarketDataStoreOnSqliteTests : MarketDataStoreTests<SqliteTestDatabase>;

public sealed class MarketDataStoreOnPostgreSqlTests : MarketDataStoreTests<PostgreSqlTestDatabase>;
