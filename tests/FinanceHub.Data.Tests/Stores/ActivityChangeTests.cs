using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Requests;
using FinanceHub.Data.Testing;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Stores;

public abstract class ActivityChangeTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private Guid _ada;
    private Guid _portfolio;

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        _ada = await _database.AddUserAsync("ada@example.org");
        _portfolio = (await _database.UseAsync(store => store.CreateAsync(_ada, "Ada's", "EUR", CostMethod.Average, default))).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_change_tells_the_first_day_whose_value_it_made_wrong()
    {
        var bought = await AddAsync(Deposit(10));
        (await StaleFromAsync()).ShouldBe(Day(10));
        await AddAsync(Deposit(12));
        (await StaleFromAsync()).ShouldBe(Day(10));
        await ValuedAsync();

        await _database.UseAsync(store => store.ChangeActivityAsync(_ada, _portfolio, bought.Id, bought.Revision, new ActivityDraft(Deposit(20)), default));
        (await StaleFromAsync()).ShouldBe(Day(10));
        await ValuedAsync();

        await _database.UseAsync(store => store.ChangeActivityAsync(_ada, _portfolio, bought.Id, null, new ActivityDraft(Deposit(5)), default));
        (await StaleFromAsync()).ShouldBe(Day(5));
        await ValuedAsync();

        (await _database.UseAsync(store => store.DeleteActivityAsync(_ada, _portfolio, bought.Id, null, default))).ShouldBeOfType<ChangeActivityResult.Changed>();
        (await StaleFromAsync()).ShouldBe(Day(5));
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_the_revision_and_the_first_wrong_day()
    {
        await AddAsync(TestDatabaseExtensions.Trade(ActivityType.Buy, 10));
        await ValuedAsync();
        var before = await FindAsync();

        (await _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, TestDatabaseExtensions.Trade(ActivityType.Sell, 11), default))).ShouldBeOfType<AddActivityResult.Rejected>();

        var after = await FindAsync();
        (after.Revision, after.StaleFrom, after.CostMethod).ShouldBe((before.Revision, null, CostMethod.Average));
    }

    [Fact]
    public async Task A_fee_in_another_currency_is_converted_at_the_stored_rate_or_refused()
    {
        var trade = TestDatabaseExtensions.Trade(ActivityType.Buy, 10) with { Fee = 2, FeeCurrency = "USD" };
        (await _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, trade, default)))
            .ShouldBeOfType<AddActivityResult.Rejected>().Fault.ShouldBeOfType<FeeNotConvertible>();
        await using (var context = _database.Open())
        {
            context.Add(new ExchangeRateEntity { Currency = "USD", Date = trade.Date, PerEuro = 1.25m });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, trade, default))).ShouldBeOfType<AddActivityResult.Added>();
    }

    [Fact]
    public async Task The_answer_to_a_request_that_comes_once_is_stored_with_the_activity_or_not_at_all()
    {
        var once = new IdempotentRequest("key", "hash", _ => "answer");
        (await _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, new ActivityDraft(TestDatabaseExtensions.Trade(ActivityType.Sell, 1)), once, default)))
            .ShouldBeOfType<AddActivityResult.Rejected>();
        (await _database.ReadAsync("SELECT \"Key\" FROM \"IdempotencyKeys\"")).ShouldBeEmpty();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, new ActivityDraft(Deposit(1)), once, default)))));

        results.OfType<AddActivityResult.Added>().ShouldHaveSingleItem();
        results.OfType<AddActivityResult.Repeated>().Select(repeated => repeated.Body).ShouldBe(["answer", "answer", "answer"]);
        (await _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, new ActivityDraft(Deposit(1)), once with { Hash = "other" }, default)))
            .ShouldBeOfType<AddActivityResult.KeyTaken>();
        (await _database.ReadAsync("SELECT \"Id\" FROM \"Activities\"")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_import_numbers_its_activities_after_those_that_there_are()
    {
        await AddAsync(Deposit(10));
        await using var context = _database.Open();
        var imports = new ImportStore(context, TimeProvider.System);
        var import = (await imports.AddAsync(_ada, _portfolio, [1], null, TestContext.Current.CancellationToken))!;
        var content = new ImportContent([new ImportRow(2, new ActivityDraft(Deposit(3) with { Account = "A" })), new ImportRow(3, new ActivityDraft(Deposit(2)))], 0, new HashSet<string>());

        var result = await imports.CommitAsync(_ada, _portfolio, import.Id, content, TestContext.Current.CancellationToken);

        result.ShouldBe(new CommitImportResult.Committed(2, 0));
        await AddAsync(Deposit(11));
        var stored = await context.Activities.AsNoTracking().OrderBy(activity => activity.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        stored.Select(activity => activity.Sequence).ShouldBe([1, 3, 4, 5]);
        stored.Select(activity => activity.Date).ShouldBe([Day(10), Day(3), Day(2), Day(11)]);
        (await FindAsync()).Revision.ShouldBe(5);
        (await StaleFromAsync()).ShouldBe(Day(2));
        (await _database.ReadAsync("SELECT \"Name\" FROM \"Accounts\"")).ShouldBe(["A"]);
    }

    private static DateOnly Day(int day) => new(2026, 1, day);

    private static Activity Deposit(int day) => new() { Date = Day(day), Sequence = 0, Type = ActivityType.Deposit, Currency = "EUR", Amount = 1 };

    private async Task<ActivityEntity> AddAsync(Activity activity) =>
        (await _database.UseAsync(store => store.AddActivityAsync(_ada, _portfolio, activity, default))).ShouldBeOfType<AddActivityResult.Added>().Activity;

    private async Task ValuedAsync()
    {
        await using var context = _database.Open();
        await context.Portfolios.ExecuteUpdateAsync(set => set.SetProperty(portfolio => portfolio.StaleFrom, (DateOnly?)null), TestContext.Current.CancellationToken);
    }

    private Task<PortfolioEntity> FindAsync() => _database.UseAsync(async store => (await store.FindAsync(_ada, _portfolio, default))!);

    private async Task<DateOnly?> StaleFromAsync() => (await FindAsync()).StaleFrom;
}

public sealed class ActivityChangeOnSqliteTests : ActivityChangeTests<SqliteTestDatabase>;

public sealed class ActivityChangeOnPostgreSqlTests : ActivityChangeTests<PostgreSqlTestDatabase>;
