using FinanceHub.Data.Caching;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Stores;

public abstract class PortfolioReaderTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private static readonly DateOnly Day = new(2026, 1, 5);
    private readonly TDatabase _database = new();
    private readonly ReadCache _cache = new();
    private Guid _owner;
    private Guid _portfolio;

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        _owner = await _database.AddUserAsync("ada@example.org");
        _portfolio = (await _database.UseAsync(store => store.CreateAsync(_owner, "P", "EUR", TestContext.Current.CancellationToken))).Id;
        await BuyAsync(10);
        await _database.AddPricesAsync("ACME", Day, [100, 110]);
    }

    public async ValueTask DisposeAsync()
    {
        _cache.Dispose();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_belongs_to_others_is_not_found()
    {
        var bob = await _database.AddUserAsync("bob@example.org");

        (await UseAsync(reader => reader.FindAsync(bob, _portfolio, TestContext.Current.CancellationToken))).ShouldBeNull();
        (await UseAsync(reader => reader.FindAsync(_owner, _portfolio, TestContext.Current.CancellationToken)))!.Revision.ShouldBe(1);
    }

    [Fact]
    public async Task A_ledger_is_replayed_once_for_each_revision()
    {
        var before = await LedgerAsync();
        (await LedgerAsync()).ShouldBeSameAs(before);

        await BuyAsync(5);

        before.Ledger.Positions["ACME"].Quantity.ShouldBe(10);
        (await LedgerAsync()).Ledger.Positions["ACME"].Quantity.ShouldBe(15);
    }

    [Fact]
    public async Task Days_that_are_not_stored_are_computed_and_stored_ones_count_only_while_they_are_right()
    {
        var (computed, stored) = (new decimal?[] { 0, 100 }, new decimal?[] { 1, 2 });
        (await DaysAsync()).ShouldBe(computed);

        await using var context = _database.Open();
        context.AddRange(stored.Select((value, i) => new DailyValueEntity { PortfolioId = _portfolio, Date = Day.AddDays(i), Value = value, Inflow = 0, Outflow = 0 }));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        await SetValuedAsync(context, Day, null);
        (await DaysAsync()).ShouldBe(computed, "the last day is missing");
        await SetValuedAsync(context, Day.AddDays(1), Day.AddDays(1));
        (await DaysAsync()).ShouldBe(computed, "the last day is stale");
        await SetValuedAsync(context, Day.AddDays(1), null);
        (await DaysAsync()).ShouldBe(stored);
    }

    private static Task<int> SetValuedAsync(FinanceHubDbContext context, DateOnly? through, DateOnly? stale) => context.Portfolios.ExecuteUpdateAsync(
        set => set.SetProperty(portfolio => portfolio.ValuedThrough, through).SetProperty(portfolio => portfolio.StaleFrom, stale),
        TestContext.Current.CancellationToken);

    private Task<AddActivityResult> BuyAsync(decimal quantity) =>
        _database.UseAsync(store => store.AddActivityAsync(_owner, _portfolio, TestDatabaseExtensions.Trade(ActivityType.Buy, quantity), TestContext.Current.CancellationToken));

    private Task<PortfolioLedger> LedgerAsync() => UseAsync(async reader =>
        await reader.LedgerAsync((await reader.FindAsync(_owner, _portfolio, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken));

    private Task<IEnumerable<decimal?>> DaysAsync() => UseAsync(async reader =>
    {
        var portfolio = (await reader.FindAsync(_owner, _portfolio, TestContext.Current.CancellationToken))!;
        return (await reader.DaysAsync(portfolio, Day.AddDays(1), Day.AddDays(1), TestContext.Current.CancellationToken)).Select(day => day.Value.Value);
    });

    private async Task<T> UseAsync<T>(Func<PortfolioReader, Task<T>> use)
    {
        await using var context = _database.Open();
        return await use(new PortfolioReader(context, new MarketDataStore(context, _cache), _cache));
    }
}

public sealed class PortfolioReaderOnSqliteTests : PortfolioReaderTests<SqliteTestDatabase>;

public sealed class PortfolioReaderOnPostgreSqlTests : PortfolioReaderTests<PostgreSqlTestDatabase>;
