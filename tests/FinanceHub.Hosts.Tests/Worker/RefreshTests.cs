using System.Globalization;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Prices.Providers;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Worker.Market;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Worker;

/// <summary>A number may be published while its day goes on, and be another one when it is over.</summary>
public abstract class RefreshTests<TDatabase> : IAsyncLifetime, IPriceProvider, IExchangeRateProvider
    where TDatabase : TestDatabase, new()
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly IOptions<MarketOptions> Settings = Options.Create(new MarketOptions { BackfillDays = 3 });

    private readonly TDatabase _database = new();
    private readonly AskedDays _asking;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 7, 16, 0, 0, TimeSpan.Zero));
    private readonly SortedDictionary<DateOnly, decimal> _published = new(new[] { 9m, 9, 9, 9, 9, 9, 9, 10, 11, 12 }.Select((number, i) => KeyValuePair.Create(Monday.AddDays(i - 7), number)).ToDictionary());
    private readonly List<(DateOnly From, DateOnly Through)> _asked = [];

    protected RefreshTests() => _asking = new AskedDays(_clock);

    public PriceBasis Basis => PriceBasis.Raw;

    public IReadOnlyList<string> Currencies => ["USD"];

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task A_price_of_the_last_stored_day_is_replaced_and_older_ones_are_not_asked_for_again() => ReplacesAsync("Prices", "Close", async () =>
    {
        await using var context = _database.Open();
        return await new PriceRefreshJob(this, new PriceStore(context), _asking, Settings, _clock).RunAsync(TestContext.Current.CancellationToken);
    });

    [Fact]
    public Task A_rate_of_the_last_stored_day_is_replaced_and_older_ones_are_not_asked_for_again() => ReplacesAsync("ExchangeRates", "PerEuro", async () =>
    {
        await using var context = _database.Open();
        return await new ExchangeRateRefreshJob(this, new ExchangeRateStore(context), _asking, Settings, _clock).RunAsync(TestContext.Current.CancellationToken);
    });

    private async Task ReplacesAsync(string table, string column, Func<Task<string>> refreshAsync)
    {
        await AddPortfolioAsync();
        (await refreshAsync()).ShouldContain("Stored 10 ");
        await ValueAsync();
        _asked.Clear();

        // The same evening.
        _clock.Advance(TimeSpan.FromMinutes(30));
        _published[Monday.AddDays(2)] = 12.5m;
        (await refreshAsync()).ShouldContain("Stored 1 ");
        (await NumbersAsync()).ShouldBe([10, 11, 12.5m]);
        (await StaleFromAsync()).ShouldBe(Monday.AddDays(2));
        await ValueAsync();

        // The next day: what it found in the evening was not the last word either.
        _clock.Advance(TimeSpan.FromDays(1));
        (_published[Monday], _published[Monday.AddDays(2)], _published[Monday.AddDays(3)]) = (999, 12.75m, 13);
        (await refreshAsync()).ShouldContain("Stored 2 ");
        (await NumbersAsync()).ShouldBe([10, 11, 12.75m, 13]);
        (await StaleFromAsync()).ShouldBe(Monday.AddDays(2));
        await ValueAsync();

        _clock.Advance(TimeSpan.FromMinutes(30));
        (await refreshAsync()).ShouldContain("Stored 0 ");
        (await StaleFromAsync()).ShouldBeNull();
        _asked.ShouldBe([(Monday.AddDays(2), Monday.AddDays(2)), (Monday.AddDays(2), Monday.AddDays(3)), (Monday.AddDays(3), Monday.AddDays(3))]);

        async Task<IEnumerable<decimal>> NumbersAsync() =>
            [.. (await _database.ReadAsync($"SELECT \"{column}\" FROM \"{table}\" WHERE \"Date\" >= '2026-01-05' ORDER BY \"Date\"")).Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];
    }

    public Task<IReadOnlyList<ListedInstrument>> ListAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ListedInstrument>>([new("ACME", "Acme", "EUR", AssetClass.Equity)]);

    public Task<IReadOnlyList<ClosingPrice>> GetAsync(ListedInstrument instrument, DateOnly from, DateOnly through, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ClosingPrice>>([.. Published(from, through).Select(day => new ClosingPrice(day.Key, day.Value))]);

    public Task<IReadOnlyList<DailyRate>> GetAsync(string currency, DateOnly from, DateOnly through, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DailyRate>>([.. Published(from, through).Select(day => new DailyRate(day.Key, day.Value))]);

    private IEnumerable<KeyValuePair<DateOnly, decimal>> Published(DateOnly from, DateOnly through)
    {
        _asked.Add((from, through));
        return _published.Where(day => day.Key >= from && day.Key <= through);
    }

    private async Task AddPortfolioAsync()
    {
        await using var context = _database.Open();
        var user = new User { Id = Guid.CreateVersion7(), UserName = "ada", NormalizedUserName = "ADA", Email = "ada", NormalizedEmail = "ADA" };
        context.Add(user);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var store = new PortfolioStore(context, _clock);
        var portfolio = await store.CreateAsync(user.Id, "P", "EUR", TestContext.Current.CancellationToken);
        var bought = new Activity { Date = Monday, Sequence = 0, Type = ActivityType.Buy, Currency = "EUR", Symbol = "ACME", Quantity = 1, UnitPrice = 10 };
        (await store.AddActivityAsync(user.Id, portfolio.Id, bought, TestContext.Current.CancellationToken)).ShouldBeOfType<AddActivityResult.Added>();
    }

    /// <summary>As the valuation does when it is done.</summary>
    private async Task ValueAsync()
    {
        await using var context = _database.Open();
        await context.Portfolios.ExecuteUpdateAsync(set => set.SetProperty(portfolio => portfolio.StaleFrom, (DateOnly?)null), TestContext.Current.CancellationToken);
    }

    private async Task<DateOnly?> StaleFromAsync()
    {
        await using var context = _database.Open();
        return await context.Portfolios.Select(portfolio => portfolio.StaleFrom).SingleAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class RefreshOnSqliteTests : RefreshTests<SqliteTestDatabase>;

public sealed class RefreshOnPostgreSqlTests : RefreshTests<PostgreSqlTestDatabase>;
