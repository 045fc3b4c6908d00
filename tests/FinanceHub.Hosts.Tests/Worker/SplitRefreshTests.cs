using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Prices;
using FinanceHub.Data.Prices.Providers;
using FinanceHub.Data.Testing;
using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using FinanceHub.Worker.Jobs;
using FinanceHub.Worker.Market;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Worker;

/// <summary>A provider that adjusts its series to splits says something else of days long gone when there was one.</summary>
public abstract class SplitRefreshTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    private readonly TDatabase _database = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 8, 16, 0, 0, TimeSpan.Zero));
    private readonly SortedDictionary<DateOnly, decimal> _published = [];
    private readonly ConcurrentQueue<string> _asked = [];
    private StubServer? _server;
    private ServiceProvider? _services;

    public async ValueTask InitializeAsync()
    {
        await _database.PrepareAsync();
        foreach (var day in new[] { -4, -3, 0, 1, 2, 3 })
            _published.Add(Monday.AddDays(day), 100 + day);
        _server = await StubServer.StartAsync(AnswerAsync);
        var settings = new Dictionary<string, string?>
        {
            ["Prices:Provider"] = "Http",
            ["Prices:BaseUrl"] = _server.Address.ToString(),
            ["Prices:Basis"] = "SplitAdjusted",
            ["Prices:BackfillDays"] = "3",
        };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging().AddMarket();
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _server!.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_series_that_was_adjusted_to_a_split_is_taken_anew_from_its_first_day_on()
    {
        await AddPortfolioAsync();
        (await RefreshAsync()).ShouldContain("Stored 6 ");
        // From long ago, when somebody had an older activity: nothing needs it any more, but whoever enters one again will find it.
        var old = Monday.AddDays(-35);
        _published.Add(old, 90);
        await using (var context = _database.Open())
            await new PriceStore(context).AddAsync([], [new PriceEntity { Symbol = "ACME", Date = old, Close = 90 }], TestContext.Current.CancellationToken);
        await ValueAsync();
        _asked.Clear();

        _clock.Advance(TimeSpan.FromDays(4));
        foreach (var day in _published.Keys.ToList())
            _published[day] /= 2;
        (_published[Monday.AddDays(4)], _published[Monday.AddDays(7)]) = (52, 53);
        (await RefreshAsync()).ShouldContain("Stored 9 ");

        (await ClosesAsync()).ShouldBe([45, 48, 48.5m, 50, 50.5m, 51, 51.5m, 52, 53]);
        (await StaleFromAsync()).ShouldBe(old);
        _asked.ShouldBe(["?from=2026-01-07&to=2026-01-12", "?from=2025-12-01&to=2026-01-12"]);

        await ValueAsync();
        _asked.Clear();
        _clock.Advance(TimeSpan.FromMinutes(30));
        (await RefreshAsync()).ShouldContain("Stored 0 ");
        (await StaleFromAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_day_that_the_adjusted_series_leaves_out_is_left_in_no_other_units()
    {
        await RefreshAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        foreach (var day in _published.Keys.ToList())
            _published[day] /= 2;
        _published.Remove(Monday);

        await RefreshAsync();

        (await ClosesAsync()).ShouldBe([50.5m, 51, 51.5m]);
    }

    [Fact]
    public async Task Nothing_is_lost_to_a_provider_that_no_longer_goes_back_as_far_as_what_is_stored()
    {
        await RefreshAsync();
        var old = Monday.AddDays(-35);
        await using (var context = _database.Open())
            await new PriceStore(context).AddAsync([], [new PriceEntity { Symbol = "ACME", Date = old, Close = 90 }], TestContext.Current.CancellationToken);
        var stored = (await ClosesAsync()).ToList();
        _clock.Advance(TimeSpan.FromDays(1));
        foreach (var day in _published.Keys.ToList())
            _published[day] /= 2;

        (await Should.ThrowAsync<JobFailedException>(RefreshAsync)).Message.ShouldContain("none before 2026-01-01: nothing was replaced");

        (await ClosesAsync()).ShouldBe(stored);
    }

    [Fact]
    public async Task While_one_stored_day_before_says_the_same_only_what_is_new_is_taken()
    {
        await AddPortfolioAsync();
        await RefreshAsync();
        await ValueAsync();
        _asked.Clear();

        // Another number of decimals or a correction is no split, and what nobody asks for is not looked at.
        _clock.Advance(TimeSpan.FromDays(1));
        (_published[Monday], _published[Monday.AddDays(2)], _published[Monday.AddDays(4)]) = (999, 102.9m, 104);
        (await RefreshAsync()).ShouldContain("Stored 1 ");

        (await ClosesAsync()).ShouldBe([96, 97, 100, 101, 102, 103, 104]);
        (await StaleFromAsync()).ShouldBe(Monday.AddDays(4));
        _asked.ShouldBe(["?from=2026-01-07&to=2026-01-09"]);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        if (context.Request.Path.Value!.EndsWith("/instruments", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync("""[{"symbol":"ACME","name":"Acme","currency":"EUR","assetClass":"EQUITY"}]""");
            return;
        }

        _asked.Enqueue(context.Request.QueryString.ToString());
        var (from, to) = (Day(context.Request.Query["from"]!), Day(context.Request.Query["to"]!));
        var prices = _published.Where(day => day.Key >= from && day.Key <= to).Select(day => new { date = day.Key, close = day.Value });
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { symbol = "ACME", currency = "EUR", basis = "SPLIT_ADJUSTED", prices }));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<string> RefreshAsync()
    {
        await using var context = _database.Open();
        var provider = _services!.GetRequiredService<IPriceProvider>();
        var job = new PriceRefreshJob(provider, new PriceStore(context), _services!.GetRequiredService<AskedDays>(), _services!.GetRequiredService<IOptions<MarketOptions>>(), _clock);
        return await job.RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IEnumerable<decimal>> ClosesAsync() =>
        [.. (await _database.ReadAsync("SELECT \"Close\" FROM \"Prices\" ORDER BY \"Date\"")).Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];

    private async Task AddPortfolioAsync()
    {
        await using var context = _database.Open();
        var user = new User { Id = Guid.CreateVersion7(), UserName = "ada", NormalizedUserName = "ADA", Email = "ada", NormalizedEmail = "ADA" };
        context.Add(user);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var store = new PortfolioStore(context, _clock);
        var portfolio = await store.CreateAsync(user.Id, "P", "EUR", TestContext.Current.CancellationToken);
        var bought = new Activity { Date = Monday.AddDays(3), Sequence = 0, Type = ActivityType.Buy, Currency = "EUR", Symbol = "ACME", Quantity = 1, UnitPrice = 10 };
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

public sealed class SplitRefreshOnSqliteTests : SplitRefreshTests<SqliteTestDatabase>;

public sealed class SplitRefreshOnPostgreSqlTests : SplitRefreshTests<PostgreSqlTestDatabase>;
