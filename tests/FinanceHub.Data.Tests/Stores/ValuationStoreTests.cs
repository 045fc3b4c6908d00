using FinanceHub.Data.Prices;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Valuations;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Stores;

public abstract class ValuationStoreTests<TDatabase> : StoreTests<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly DateOnly Friday = Monday.AddDays(4);

    [Fact]
    public async Task A_portfolio_is_due_until_it_is_valued_through_the_day()
    {
        var portfolio = await AddPortfolioAsync();
        await AddPricesAsync("ACME", (Monday, 100), (Monday.AddDays(2), 110));
        (await DueAsync()).ShouldBe([portfolio.Id]);

        (await ValueAsync(portfolio.Id)).ShouldBeTrue();

        (await DueAsync()).ShouldBeEmpty();
        (await DueAsync(Friday.AddDays(1))).ShouldBe([portfolio.Id]);
        (await ValuesAsync()).ShouldBe([1000, 1000, 1100, 1100, 1100]);
        (await ReadPortfolioAsync(portfolio.Id)).ValuedThrough.ShouldBe(Friday);
    }

    [Fact]
    public async Task A_value_that_is_not_known_is_stored_with_its_reason()
    {
        var portfolio = await AddPortfolioAsync();

        await ValueAsync(portfolio.Id);

        var days = await UseAsync(context => context.DailyValues.OrderBy(value => value.Date).ToListAsync(Cancellation));
        days.ShouldAllBe(day => day.Value == null && day.Reason == "There is no price for ACME.");
        days[0].Inflow.ShouldBe(1000);
    }

    [Fact]
    public async Task A_price_of_a_past_day_makes_the_values_from_that_day_on_due_and_only_they_are_written_anew()
    {
        var portfolio = await AddPortfolioAsync();
        await AddPricesAsync("ACME", (Monday, 100));
        await ValueAsync(portfolio.Id);
        // If it were written anew, it would be right again.
        await Database.ReadAsync("UPDATE \"DailyValues\" SET \"Value\" = 1 WHERE \"Date\" = '2026-01-05'");

        await AddPricesAsync("OTHER", (Monday, 1));
        (await DueAsync()).ShouldBeEmpty();
        await AddPricesAsync("ACME", (Monday.AddDays(2), 120), (Monday.AddDays(3), 130));
        (await ReadPortfolioAsync(portfolio.Id)).StaleFrom.ShouldBe(Monday.AddDays(2));
        (await ValueAsync(portfolio.Id)).ShouldBeTrue();

        (await ValuesAsync()).ShouldBe([1, 1000, 1200, 1300, 1300]);
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rate_of_a_past_day_makes_the_values_due_and_the_earlier_of_two_marks_counts()
    {
        var portfolio = await AddPortfolioAsync();
        await AddPricesAsync("ACME", (Monday, 100));
        await ValueAsync(portfolio.Id);

        await AddRateAsync(Monday.AddDays(1));
        await AddRateAsync(Monday.AddDays(2));

        (await ReadPortfolioAsync(portfolio.Id)).StaleFrom.ShouldBe(Monday.AddDays(1));
    }

    [Fact]
    public async Task After_an_edit_that_takes_the_first_days_away_their_values_are_gone()
    {
        var portfolio = await AddPortfolioAsync();
        await AddPricesAsync("ACME", (Monday, 100));
        await ValueAsync(portfolio.Id);
        await Database.ReadAsync("UPDATE \"Activities\" SET \"Date\" = '2026-01-07'");
        await MarkAsync(Monday);

        await ValueAsync(portfolio.Id);

        (await Database.ReadAsync("SELECT \"Value\" FROM \"DailyValues\"")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_worker_that_is_killed_in_the_middle_leaves_the_portfolio_due_and_the_next_one_repeats_it()
    {
        var portfolio = await AddPortfolioAsync();
        await AddPricesAsync("ACME", (Monday, 100));
        await ValueAsync(portfolio.Id);
        await AddPricesAsync("ACME", (Monday.AddDays(1), 120));

        _ = await UseAsync(context => new ValuationStore(context).BeginAsync(portfolio.Id, Cancellation));

        (await DueAsync()).ShouldBe([portfolio.Id]);
        (await ReadPortfolioAsync(portfolio.Id)).ValuedThrough.ShouldBe(Monday);
        (await ValueAsync(portfolio.Id)).ShouldBeTrue();
        (await ValuesAsync()).ShouldBe([1000, 1200, 1200, 1200, 1200]);
    }

    [Fact]
    public async Task An_edit_while_the_values_are_computed_is_not_lost()
    {
        var portfolio = await AddPortfolioAsync();
        await AddPricesAsync("ACME", (Monday, 100));
        var input = await UseAsync(context => new ValuationStore(context).BeginAsync(portfolio.Id, Cancellation));
        await Database.UseAsync(store => store.AddActivityAsync(portfolio.OwnerId, portfolio.Id, TestDatabaseExtensions.Trade(ActivityType.Sell, 10), Cancellation));

        (await CompleteAsync(input!)).ShouldBeFalse();

        (await DueAsync()).ShouldBe([portfolio.Id]);
        (await ValuesAsync()).ShouldBeEmpty();
        (await ValueAsync(portfolio.Id)).ShouldBeTrue();
        (await ValuesAsync()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_slow_worker_does_not_write_over_what_a_quick_one_knew_better()
    {
        var portfolio = await AddPortfolioAsync();
        await AddPricesAsync("ACME", (Monday, 100));
        var slow = await UseAsync(context => new ValuationStore(context).BeginAsync(portfolio.Id, Cancellation));
        await AddPricesAsync("ACME", (Monday.AddDays(1), 120));
        (await ValueAsync(portfolio.Id)).ShouldBeTrue();

        (await CompleteAsync(slow!)).ShouldBeFalse();
        (await ValuesAsync()).ShouldBe([1000, 1200, 1200, 1200, 1200]);
        (await ValueAsync(portfolio.Id)).ShouldBeTrue();

        (await ValuesAsync()).ShouldBe([1000, 1200, 1200, 1200, 1200]);
        (await DueAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_portfolio_that_is_gone_or_empty_is_no_fault()
    {
        (await UseAsync(context => new ValuationStore(context).BeginAsync(Guid.CreateVersion7(), Cancellation))).ShouldBeNull();
        var owner = await Database.AddUserAsync("ada@example.org");
        var empty = await Database.UseAsync(store => store.CreateAsync(owner, "P", "EUR", Cancellation));

        (await ValueAsync(empty.Id)).ShouldBeTrue();

        (await DueAsync()).ShouldBeEmpty();
    }

    private Task<List<Guid>> DueAsync(DateOnly? through = null) => UseAsync(context => new ValuationStore(context).DueAsync(through ?? Friday, Cancellation));

    private async Task<bool> ValueAsync(Guid id) => await CompleteAsync((await UseAsync(context => new ValuationStore(context).BeginAsync(id, Cancellation)))!);

    private Task<bool> CompleteAsync(ValuationInput input)
    {
        var history = PortfolioHistory.Of(input.Activities, input.Market, input.Currency, Friday, out _);
        return UseAsync(context => new ValuationStore(context).CompleteAsync(input, history!.Days, Friday, Cancellation));
    }

    private Task<List<decimal?>> ValuesAsync() => UseAsync(context => context.DailyValues.OrderBy(value => value.Date).Select(value => value.Value).ToListAsync(Cancellation));

    private Task<int> AddRateAsync(DateOnly day) =>
        UseAsync(context => new ExchangeRateStore(context).AddAsync([new ExchangeRateEntity { Currency = "USD", Date = day, PerEuro = 1.1m }], Cancellation));

    private Task<int> MarkAsync(DateOnly day) => UseAsync(context => context.Portfolios.ExecuteUpdateAsync(
        set => set.SetProperty(portfolio => portfolio.StaleFrom, day).SetProperty(portfolio => portfolio.Revision, portfolio => portfolio.Revision + 1), Cancellation));
}

public sealed class ValuationStoreOnSqliteTests : ValuationStoreTests<SqliteTestDatabase>;

public sealed class ValuationStoreOnPostgreSqlTests : ValuationStoreTests<PostgreSqlTestDatabase>;
