using System.Globalization;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Tests.Stores;

public abstract class PriceStoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private static readonly DateOnly Day = new(2026, 1, 5);
    private static readonly InstrumentEntity Acme = new() { Symbol = "ACME", Name = "Acme", Currency = "EUR", PriceBasis = PriceBasis.Raw };

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_latest_price_of_each_instrument_is_found_and_what_has_none_is_left_out()
    {
        await AddAsync(Price(Day, 100), Price(Day.AddDays(2), 102.25m), Price(Day.AddDays(1), 101));

        await using var context = _database.Open();
        var latest = await new PriceStore(context).LatestAsync(["ACME", "NONE"], TestContext.Current.CancellationToken);

        latest.Values.ShouldBe([new PriceQuote("ACME", Day.AddDays(2), 102.25m, "EUR", PriceBasis.Raw)]);
        (await new PriceStore(context).LatestDaysAsync(TestContext.Current.CancellationToken)).ShouldBe(new Dictionary<string, DateOnly> { ["ACME"] = Day.AddDays(2) });
    }

    [Fact]
    public async Task What_is_there_is_replaced_by_what_is_said_now_and_is_not_counted_if_that_is_the_same()
    {
        (await AddAsync(Price(Day, 99))).ShouldBe(1);

        (await AddAsync(Price(Day, 100), Price(Day.AddDays(1), 101))).ShouldBe(2);
        (await AddAsync(Price(Day, 100.00m), Price(Day.AddDays(1), 101))).ShouldBe(0);

        (await _database.ReadAsync("SELECT \"Close\" FROM \"Prices\" ORDER BY \"Date\"")).Select(close => decimal.Parse(close, CultureInfo.InvariantCulture)).ShouldBe([100, 101]);
    }

    [Fact]
    public async Task Two_writers_at_once_in_opposite_orders_store_each_price_once_and_do_not_wait_for_each_other_without_end()
    {
        // An instrument that is new would make the second writer wait right at the start.
        await AddAsync();
        var prices = Enumerable.Range(0, 100).Select(day => Price(Day.AddDays(day), 100 + day)).ToArray();

        var added = await Task.WhenAll(new[] { prices, [.. prices.Reverse()] }.Select(some => Task.Run(() => AddAsync(some))));

        added.Sum().ShouldBe(prices.Length);
        (await _database.ReadAsync("SELECT count(*) FROM \"Prices\"")).ShouldBe(["100"]);
    }

    [Fact]
    public async Task Ten_thousand_prices_are_stored_at_once()
    {
        var prices = Enumerable.Range(0, 10_000).Select(day => Price(Day.AddDays(day), 100)).ToArray();

        (await AddAsync(prices)).ShouldBe(prices.Length);
        (await AddAsync(prices)).ShouldBe(0);
        await using var context = _database.Open();
        (await new PriceStore(context).ClosesAsync("ACME", Day, Day.AddDays(2), TestContext.Current.CancellationToken)).Keys.ShouldBe([Day, Day.AddDays(1), Day.AddDays(2)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_instrument_from_before_there_were_classes_gets_its_class_and_keeps_everything_else()
    {
        await AddAsync();
        await using var context = _database.Open();
        var listed = new InstrumentEntity { Symbol = "ACME", Name = "Renamed", Currency = "USD", PriceBasis = PriceBasis.SplitAdjusted, AssetClass = AssetClass.Equity };

        await new PriceStore(context).AddAsync([listed], [], TestContext.Current.CancellationToken);

        var stored = (await new PriceStore(context).InstrumentsAsync(TestContext.Current.CancellationToken)).Values.ShouldHaveSingleItem();
        (stored.Name, stored.Currency, stored.PriceBasis, stored.AssetClass).ShouldBe(("Acme", "EUR", PriceBasis.Raw, AssetClass.Equity));
    }

    private static PriceEntity Price(DateOnly day, decimal close) => new() { Symbol = Acme.Symbol, Date = day, Close = close };

    private async Task<int> AddAsync(params PriceEntity[] prices)
    {
        await using var context = _database.Open();
        return await new PriceStore(context).AddAsync([Acme], prices, TestContext.Current.CancellationToken);
    }
}

public sealed class PriceStoreOnSqliteTests : PriceStoreTests<SqliteTestDatabase>;

public sealed class PriceStoreOnPostgreSqlTests : PriceStoreTests<PostgreSqlTestDatabase>;
