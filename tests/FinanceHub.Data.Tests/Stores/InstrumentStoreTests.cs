using FinanceHub.Data.Prices;
using FinanceHub.Data.Testing;

namespace FinanceHub.Data.Tests.Stores;

public abstract class InstrumentStoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private static readonly DateOnly Day = new(2026, 1, 5);
    private readonly TDatabase _database = new();

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        await _database.AddInstrumentAsync("ACME", "Acme Anvils");
        await _database.AddInstrumentAsync("BOLT", "Société des acmes");
        await _database.AddInstrumentAsync("AC", "Cables_100%");
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("ac", new[] { "AC", "ACME", "BOLT" })]
    [InlineData("ACM", new[] { "ACME", "BOLT" })]
    [InlineData("anvil", new[] { "ACME" })]
    [InlineData("société", new[] { "BOLT" })]
    [InlineData("%", new[] { "AC" })]
    [InlineData("_", new[] { "AC" })]
    [InlineData("'; --", new string[0])]
    [InlineData("", new[] { "AC", "ACME", "BOLT" })]
    public async Task Symbols_that_begin_with_it_come_before_names_that_contain_it_in_any_case(string text, string[] symbols)
    {
        var found = await UseAsync(store => store.SearchAsync(text, 10, TestContext.Current.CancellationToken));

        found.Select(instrument => instrument.Symbol).ShouldBe(symbols);
    }

    [Fact]
    public async Task Not_more_are_found_than_are_wanted() =>
        (await UseAsync(store => store.SearchAsync("ac", 2, TestContext.Current.CancellationToken))).Select(instrument => instrument.Symbol).ShouldBe(["AC", "ACME"]);

    [Fact]
    public async Task The_prices_of_a_range_come_oldest_first()
    {
        await _database.AddPricesAsync("ACME", Day, [100, 101, 102, 103]);

        var prices = await UseAsync(store => store.PricesAsync("ACME", Day.AddDays(1), Day.AddDays(2), TestContext.Current.CancellationToken));

        prices.Select(price => price.Close).ShouldBe([101, 102]);
    }

    [Fact]
    public async Task A_rate_between_two_currencies_is_told_for_every_day_on_which_either_moved()
    {
        await _database.AddRatesAsync("USD", Day, 1.25m, 1.5m);
        await _database.AddRatesAsync("GBP", Day.AddDays(-1), 0.75m);

        var cross = await UseAsync(store => store.RatesAsync("GBP", "USD", Day.AddDays(-1), Day.AddDays(9), TestContext.Current.CancellationToken));
        var direct = await UseAsync(store => store.RatesAsync("EUR", "USD", Day.AddDays(1), Day.AddDays(9), TestContext.Current.CancellationToken));

        cross.ShouldBe([new(Day, 1.25m / 0.75m), new(Day.AddDays(1), 2)]);
        direct.ShouldBe([new(Day.AddDays(1), 1.5m)]);
    }

    private async Task<T> UseAsync<T>(Func<InstrumentStore, Task<T>> use)
    {
        await using var context = _database.Open();
        return await use(new InstrumentStore(context));
    }
}

public sealed class InstrumentStoreOnSqliteTests : InstrumentStoreTests<SqliteTestDatabase>;

public sealed class InstrumentStoreOnPostgreSqlTests : InstrumentStoreTests<PostgreSqlTestDatabase>;
