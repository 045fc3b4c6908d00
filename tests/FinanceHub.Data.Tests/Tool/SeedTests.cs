using System.Text.Json;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Watchlists;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Tool;

/// <summary>Whoever shows, measures or tests with the demo data finds the same ones everywhere.</summary>
public sealed class SeedTests
{
    [Fact]
    public async Task Every_database_gets_the_same_demo_data()
    {
        var first = await SeededAsync<SqliteTestDatabase>();

        (await SeededAsync<SqliteTestDatabase>()).ShouldBe(first);
        (await SeededAsync<PostgreSqlTestDatabase>()).ShouldBe(first);
        first.Length.ShouldBeGreaterThan(10_000, "of little little can differ");
    }

    [Fact]
    public async Task The_demo_data_are_three_years_in_two_currencies_with_all_that_happens_to_a_portfolio()
    {
        await using var database = new SqliteTestDatabase();
        await database.PrepareAsync();
        (await Tool.RunAsync("seed", "--provider", "sqlite", "--connection", database.Connection)).Code.ShouldBe(0);

        await using var context = database.Open();
        var portfolios = await context.Portfolios.Include(portfolio => portfolio.Activities).AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var wealth = portfolios.Single(portfolio => portfolio.Name == "Wealth").Activities;

        portfolios.Select(portfolio => (portfolio.Name, portfolio.Currency, portfolio.CostMethod)).ShouldBe([("Wealth", "EUR", CostMethod.Fifo), ("Savings plan", "GBP", CostMethod.Average)], ignoreOrder: true);
        wealth.Select(activity => (activity.Date.Year, activity.Date.Month)).Distinct().Count().ShouldBeGreaterThanOrEqualTo(36, "three years, and something in each month");
        (wealth.Min(activity => activity.Date).AddYears(3) <= wealth.Max(activity => activity.Date).AddMonths(1)).ShouldBeTrue();
        foreach (var type in new[] { ActivityType.Buy, ActivityType.Dividend, ActivityType.Split })
            wealth.Where(activity => activity.Type == type).Select(activity => activity.Currency).Distinct().ShouldBe(["EUR", "USD"], ignoreOrder: true, $"{type}");
        wealth.Select(activity => activity.Type).Distinct().ShouldBe(Enum.GetValues<ActivityType>().Except([ActivityType.ReturnOfCapital]), ignoreOrder: true);
        // A split shows something only of what was held before and brings something after.
        foreach (var split in wealth.Where(activity => activity.Type == ActivityType.Split))
        {
            wealth.ShouldContain(activity => activity.Type == ActivityType.Buy && activity.Symbol == split.Symbol && activity.Date < split.Date);
            wealth.ShouldContain(activity => activity.Type == ActivityType.Dividend && activity.Symbol == split.Symbol && activity.Date > split.Date);
        }

        wealth.Select(activity => activity.Account).OfType<string>().Distinct().Count().ShouldBeGreaterThanOrEqualTo(2);
        (await context.Alerts.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
        (await context.Set<WatchlistItemEntity>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(5);
    }

    /// <summary>All that was seeded, but for ids and the time of the seeding.</summary>
    private static async Task<string> SeededAsync<TDatabase>()
        where TDatabase : TestDatabase, new()
    {
        await using var database = new TDatabase();
        await database.PrepareAsync();
        var run = await Tool.RunAsync("seed", "--provider", database.Provider.Name.ToLowerInvariant(), "--connection", database.Connection);
        run.Code.ShouldBe(0, run.Error);

        await using var context = database.Open();
        var portfolios = await context.Portfolios.Include(portfolio => portfolio.Activities).AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var seeded = new
        {
            Users = await context.Users.Select(user => user.Email).ToListAsync(TestContext.Current.CancellationToken),
            Portfolios = portfolios.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => new
            {
                one.Name,
                one.Currency,
                one.CostMethod,
                one.Revision,
                one.StaleFrom,
                // As text: a record says all that it is, and a number the same whatever zeros a database adds to it.
                Activities = one.Activities.OrderBy(activity => activity.Sequence).Select(activity => JsonSerializer.Serialize(Plain(activity.ToActivity()))),
                Notes = one.Activities.OrderBy(activity => activity.Sequence).Select(activity => activity.Note),
            }),
            Accounts = await context.Accounts.Select(account => account.Name).OrderBy(name => name).ToListAsync(TestContext.Current.CancellationToken),
            Instruments = await context.Instruments.OrderBy(instrument => instrument.Symbol).ToListAsync(TestContext.Current.CancellationToken),
            Watched = await context.Watchlists.SelectMany(list => list.Items).Select(item => item.Symbol).OrderBy(symbol => symbol).ToListAsync(TestContext.Current.CancellationToken),
            Alerts = (await context.Alerts.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
                .OrderBy(alert => alert.Symbol, StringComparer.Ordinal).ThenBy(alert => alert.Kind)
                .Select(alert => new { alert.Symbol, alert.Kind, Threshold = Plain(alert.Threshold), alert.CooldownHours, alert.Enabled }),
        };
        return JsonSerializer.Serialize(seeded);
    }

    private static Activity Plain(Activity activity) => activity with
    {
        Quantity = Plain(activity.Quantity),
        UnitPrice = Plain(activity.UnitPrice),
        Amount = Plain(activity.Amount),
        Fee = Plain(activity.Fee)!.Value,
        Tax = Plain(activity.Tax)!.Value,
    };

    private static decimal? Plain(decimal? number) => number / 1.0000000000000000000000000000m;
}
