using System.Globalization;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Data.Tests.Stores;

public abstract class PortfolioStoreTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private Guid _ada;
    private Guid _bob;
    private Guid _portfolio;

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        _ada = await _database.AddUserAsync("ada@example.org");
        _bob = await _database.AddUserAsync("bob@example.org");
        _portfolio = (await _database.UseAsync(store => store.CreateAsync(_ada, "Ada's", "EUR", default))).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Another_user_finds_reads_and_changes_nothing()
    {
        (await _database.UseAsync(store => store.ListAsync(_bob, default))).ShouldBeEmpty();
        (await _database.UseAsync(async store => new { Found = await store.FindAsync(_bob, _portfolio, default) })).Found.ShouldBeNull();
        (await _database.UseAsync(async store => new { Found = await store.FindWithActivitiesAsync(_bob, _portfolio, default) })).Found.ShouldBeNull();
        (await AddAsync(_bob, ActivityType.Buy, 1)).ShouldBeOfType<AddActivityResult.NotFound>();
        (await StoredAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_and_dates_come_back_as_they_went_in()
    {
        var activity = TestDatabaseExtensions.Trade(ActivityType.Buy, 0.000000000001m, 79_228_162_514.2643375935m) with { Date = new DateOnly(1999, 12, 31), Fee = 0.1m };

        await _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, activity, default));

        (await StoredAsync()).ShouldHaveSingleItem().ToActivity().ShouldBe(activity with { Sequence = 1 });
    }

    [Fact]
    public async Task A_portfolio_comes_back_as_it_was_told_when_it_was_opened()
    {
        // Not a whole microsecond.
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567));
        await using var context = _database.Open();
        var told = await new PortfolioStore(context, clock).CreateAsync(_ada, "P", "EUR", TestContext.Current.CancellationToken);

        var found = await _database.UseAsync(async store => (await store.FindAsync(_ada, told.Id, default))!);

        (found.Name, found.Currency, found.Revision, found.CreatedAt, found.CreatedAt.Kind).ShouldBe((told.Name, told.Currency, told.Revision, told.CreatedAt, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("7.9228162514264337593543950335")]
    [InlineData("1000000000000.000000000001")]
    public async Task The_longest_numbers_are_not_rounded(string number)
    {
        var exact = decimal.Parse(number, CultureInfo.InvariantCulture);
        await using (var context = _database.Open())
        {
            context.Add(ActivityEntity.Of(Guid.CreateVersion7(), _portfolio, TestDatabaseExtensions.Trade(ActivityType.Buy, exact, exact) with { Fee = exact, Tax = exact, Amount = exact }));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var stored = (await StoredAsync()).ShouldHaveSingleItem();

        decimal?[] numbers = [stored.Quantity, stored.UnitPrice, stored.Fee, stored.Tax, stored.Amount];
        numbers.ShouldAllBe(one => one == exact);
    }

    [Fact]
    public async Task An_oversell_is_rejected_and_nothing_is_stored()
    {
        await AddAsync(_ada, ActivityType.Buy, 10);

        var rejected = (await AddAsync(_ada, ActivityType.Sell, 11)).ShouldBeOfType<AddActivityResult.Rejected>();

        rejected.Fault.ShouldBeOfType<Oversell>().Held.ShouldBe(10);
        (await StoredAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_that_sell_everything_at_the_same_time_one_is_rejected()
    {
        await AddAsync(_ada, ActivityType.Buy, 10);

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => AddAsync(_ada, ActivityType.Sell, 10))));

        results.OfType<AddActivityResult.Added>().Count().ShouldBe(1);
        results.OfType<AddActivityResult.Rejected>().Count().ShouldBe(1);
        (await StoredAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_writers_lose_nothing_and_number_without_gaps()
    {
        const int Each = 10;

        var writers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var results = new List<AddActivityResult>();
            for (var i = 0; i < Each; i++)
                results.Add(await AddAsync(_ada, ActivityType.Buy, 1));
            return results;
        })));

        writers.SelectMany(results => results).ShouldAllBe(result => result is AddActivityResult.Added);
        (await StoredAsync()).Select(activity => activity.Sequence).ShouldBe(Enumerable.Range(1, 2 * Each).Select(number => (long)number));
    }

    [Fact]
    public async Task With_a_user_everything_of_theirs_goes_and_nothing_of_others()
    {
        await AddAsync(_ada, ActivityType.Buy, 10);
        await _database.UseAsync(store => store.CreateAsync(_bob, "Bob's", "EUR", default));

        await using var context = _database.Open();
        context.Remove(await context.Users.SingleAsync(user => user.Id == _ada, TestContext.Current.CancellationToken));
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await _database.ReadAsync("SELECT \"Name\" FROM \"Portfolios\"")).ShouldBe(["Bob's"]);
        (await _database.ReadAsync("SELECT \"Id\" FROM \"Activities\"")).ShouldBeEmpty();
    }

    private Task<AddActivityResult> AddAsync(Guid owner, ActivityType type, decimal quantity) =>
        _database.UseAsync(store => store.AddActivityAsync(owner, _portfolio, TestDatabaseExtensions.Trade(type, quantity), default));

    private async Task<IReadOnlyList<ActivityEntity>> StoredAsync() =>
        (await _database.UseAsync(async store => (await store.FindWithActivitiesAsync(_ada, _portfolio, default))!)).Activities;
}

public sealed class PortfolioStoreOnSqliteTests : PortfolioStoreTests<SqliteTestDatabase>;

public sealed class PortfolioStoreOnPostgreSqlTests : PortfolioStoreTests<PostgreSqlTestDatabase>;
