using System.Collections.Concurrent;
using System.Diagnostics;
using FinanceHub.Data.Prices.Providers;
using FinanceHub.Domain.Instruments;
using FinanceHub.Worker.Market;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Polly.CircuitBreaker;

namespace FinanceHub.Hosts.Tests.Worker;

public sealed class HttpPriceProviderTests
{
    private const string Good = """{"symbol":"ACME","currency":"EUR","basis":"RAW","prices":[{"date":"2026-01-05","close":100.25},{"date":"2026-01-06","close":101}]}""";

    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly ListedInstrument Acme = new("ACME", "Acme", "EUR", AssetClass.Equity);
    private static readonly ClosingPrice[] GoodPrices = [new(Monday, 100.25m), new(Monday.AddDays(1), 101)];

    private readonly ConcurrentQueue<string> _asked = [];

    [Fact]
    public async Task Prices_are_asked_for_by_symbol_and_days_with_the_key()
    {
        string? authorisation = null;
        var prices = await GetAsync(async context =>
        {
            authorisation = context.Request.Headers.Authorization;
            await JsonAsync(context, Good);
        });

        prices.ShouldBe(GoodPrices);
        _asked.ShouldBe(["/v1/instruments/ACME/prices?from=2026-01-05&to=2026-01-09"]);
        authorisation.ShouldBe("Bearer the-key");
    }

    [Theory]
    [InlineData("""{"symbol":"ACME","currency":"USD","prices":[{"date":"2026-01-05","close":100}]}""", "Expected prices in EUR, found USD.")]
    [InlineData("""{"symbol":"WONKA","currency":"EUR","prices":[{"date":"2026-01-05","close":100}]}""", "Expected prices of ACME, found WONKA.")]
    [InlineData("""{"symbol":"ACME","currency":"EUR","basis":"SPLIT_ADJUSTED","prices":[{"date":"2026-01-05","close":100}]}""", "Expected prices that are Raw, found SPLIT_ADJUSTED.")]
    [InlineData("""{"symbol":"ACME","currency":"EUR","prices":[{"date":"2026-01-05","close":100},{"date":"2026-01-06","close":-1}]}""", "Expected a number above 0 on 2026-01-06, found -1.")]
    [InlineData("""{"symbol":"ACME","currency":"EUR","prices":[{"date":"2026-01-05","close":0}]}""", "Expected a number above 0")]
    [InlineData("""{"symbol":"ACME","currency":"EUR","prices":[{"date":"2026-01-12","close":1}]}""", "Expected days from 2026-01-05 to 2026-01-09, found 2026-01-12.")]
    [InlineData("""{"symbol":"ACME","currency":"EUR","prices":[{"date":"2026-01-05","close":1},{"date":"2026-01-05","close":2}]}""", "Expected one number a day")]
    [InlineData("""{"symbol":"ACME","currency":"EUR"}""", "Expected prices, found nothing.")]
    [InlineData("""{"symbol":"ACME","currency":"EUR","prices":[{"date":"2026-01-05","close":"1e400"}]}""", "no answer that can be read")]
    [InlineData("""{"symbol":"ACME","curr""", "no answer that can be read")]
    [InlineData("null", "answered nothing")]
    [InlineData("<html>", "no answer that can be read")]
    public async Task Of_an_answer_that_cannot_be_right_nothing_is_taken(string answer, string expected)
    {
        var fault = await Should.ThrowAsync<MarketDataException>(() => GetAsync(context => JsonAsync(context, answer)));

        fault.Message.ShouldContain(expected);
        fault.Message.ShouldNotContain("the-key");
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(503, null)]
    [InlineData(429, "1")]
    public async Task What_fails_for_a_moment_is_asked_again_and_not_before_it_may(int status, string? retryAfter)
    {
        var clock = Stopwatch.StartNew();
        var prices = await GetAsync(async context =>
        {
            if (_asked.Count > 1)
            {
                await JsonAsync(context, Good);
                return;
            }

            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
        });

        prices.ShouldBe(GoodPrices);
        _asked.Count.ShouldBe(2);
        if (retryAfter is not null)
            clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_server_that_is_slow_is_given_up_in_time()
    {
        var fault = await Should.ThrowAsync<MarketDataException>(() => GetAsync(context => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted)).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken));

        fault.Message.ShouldContain("no answer that can be read");
    }

    [Fact]
    public async Task A_server_that_fails_two_requests_is_left_alone_for_a_while_and_then_asked_again()
    {
        var works = false;
        await using var server = await StartAsync(context =>
        {
            if (works)
                return JsonAsync(context, Good);
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        // So long that a busy machine is not taken for a server that does not answer.
        await using var services = Services(server.Address, timeout: "00:00:02");
        var provider = services.GetRequiredService<IPriceProvider>();
        Task<IReadOnlyList<ClosingPrice>> AskAsync() => provider.GetAsync(Acme, Monday, Monday.AddDays(1), TestContext.Current.CancellationToken);

        for (var i = 0; i < 2; i++)
            await Should.ThrowAsync<MarketDataException>(AskAsync);
        var refused = await Should.ThrowAsync<MarketDataException>(AskAsync);

        refused.InnerException.ShouldBeOfType<BrokenCircuitException>();
        // Four attempts each; the third reached nobody.
        _asked.Count.ShouldBe(2 * 4);

        works = true;
        await FinanceHub.Testing.Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    return (await AskAsync()).SequenceEqual(GoodPrices);
                }
                catch (MarketDataException)
                {
                    return false;
                }
            },
            "prices, now that the provider works");
        _asked.Count.ShouldBeGreaterThan(2 * 4);
    }

    [Fact]
    public async Task An_answer_of_403_is_told_as_it_is()
    {
        var fault = await Should.ThrowAsync<MarketDataException>(() => GetAsync(context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        }));

        fault.Message.ShouldStartWith("The provider answered 403 to instruments/ACME/prices");
    }

    [Fact]
    public async Task The_catalogue_is_read_with_its_classes()
    {
        await using var server = await StartAsync(context => JsonAsync(context, """[{"symbol":"ACME","name":"Acme","currency":"EUR","assetClass":"REAL_ESTATE"},{"symbol":"B","name":"B","currency":"USD"}]"""));
        await using var services = Services(server.Address);

        (await services.GetRequiredService<IPriceProvider>().ListAsync(TestContext.Current.CancellationToken))
            .ShouldBe([new("ACME", "Acme", "EUR", AssetClass.RealEstate), new("B", "B", "USD", AssetClass.Other)]);
    }

    [Theory]
    [InlineData("""{"base":"EUR","quote":"USD","rates":[{"date":"2026-01-05","rate":1.1}]}""", null)]
    [InlineData("""{"base":"USD","quote":"USD","rates":[]}""", "Expected rates of EUR, found USD.")]
    [InlineData("""{"base":"EUR","quote":"GBP","rates":[]}""", "Expected rates in USD, found GBP.")]
    [InlineData("""{"base":"EUR","quote":"USD","rates":[{"date":"2026-01-05","rate":-1.1}]}""", "Expected a number above 0")]
    public async Task Rates_are_held_to_the_same_rules(string answer, string? expected)
    {
        await using var server = await StartAsync(context => JsonAsync(context, answer));
        await using var services = Services(server.Address);
        Task<IReadOnlyList<DailyRate>> GetRatesAsync() => services.GetRequiredService<IExchangeRateProvider>().GetAsync("USD", Monday, Monday, TestContext.Current.CancellationToken);

        if (expected is null)
            (await GetRatesAsync()).ShouldBe([new DailyRate(Monday, 1.1m)]);
        else
            (await Should.ThrowAsync<MarketDataException>(GetRatesAsync)).Message.ShouldContain(expected);
    }

    private async Task<IReadOnlyList<ClosingPrice>> GetAsync(RequestDelegate answer)
    {
        await using var server = await StartAsync(answer);
        await using var services = Services(server.Address);
        return await services.GetRequiredService<IPriceProvider>().GetAsync(Acme, Monday, Monday.AddDays(4), TestContext.Current.CancellationToken);
    }

    private Task<StubServer> StartAsync(RequestDelegate answer) => StubServer.StartAsync(context =>
    {
        _asked.Enqueue(context.Request.Path + context.Request.QueryString.ToString());
        return answer(context);
    });

    private static Task JsonAsync(HttpContext context, string answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer);
    }

    private static ServiceProvider Services(Uri address, string timeout = "00:00:00.500")
    {
        var settings = new Dictionary<string, string?>
        {
            ["Prices:Provider"] = "Http",
            ["Prices:BaseUrl"] = new Uri(address, "v1").ToString(),
            ["Prices:ApiKey"] = "the-key",
            ["Prices:Timeout"] = timeout,
            ["Prices:RetryDelay"] = "00:00:00.005",
        };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging().AddMarket();
        return services.BuildServiceProvider();
    }
}
