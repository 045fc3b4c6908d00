using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Data.Tests.Stores;

/// <summary>A database with all migrations for each test, and what the stores of the worker need in it.</summary>
public abstract class StoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    protected static readonly DateOnly Monday = new(2026, 1, 5);

    protected TDatabase Database { get; } = new();

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 9, 12, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<T> UseAsync<T>(Func<FinanceHubDbContext, Task<T>> use)
    {
        await using var context = Database.Open();
        return await use(context);
    }

    protected Task UseAsync(Func<FinanceHubDbContext, Task> use) => UseAsync(async context =>
    {
        await use(context);
        return true;
    });

    protected Task<int> AddPricesAsync(string symbol, params (DateOnly Day, decimal Close)[] prices) => UseAsync(context => new PriceStore(context).AddAsync(
        [new InstrumentEntity { Symbol = symbol, Name = symbol, Currency = "EUR", PriceBasis = PriceBasis.Raw, AssetClass = AssetClass.Equity }],
        [.. prices.Select(price => new PriceEntity { Symbol = symbol, Date = price.Day, Close = price.Close })],
        Cancellation));

    /// <summary>A portfolio that bought 10 ACME at 100 EUR on the Monday, and paid 1000 EUR in before.</summary>
    protected async Task<PortfolioEntity> AddPortfolioAsync(string email = "ada@example.org")
    {
        var owner = await Database.AddUserAsync(email);
        var portfolio = await Database.UseAsync(store => store.CreateAsync(owner, "P", "EUR", Cancellation));
        await Database.UseAsync(store => store.AddActivityAsync(owner, portfolio.Id, new Activity { Date = Monday, Sequence = 0, Type = ActivityType.Deposit, Currency = "EUR", Amount = 1000 }, Cancellation));
        await Database.UseAsync(store => store.AddActivityAsync(owner, portfolio.Id, TestDatabaseExtensions.Trade(ActivityType.Buy, 10), Cancellation));
        return await ReadPortfolioAsync(portfolio.Id);
    }

    protected Task<PortfolioEntity> ReadPortfolioAsync(Guid id) => UseAsync(async context => (await context.Portfolios.FindAsync([id], Cancellation))!);
}
