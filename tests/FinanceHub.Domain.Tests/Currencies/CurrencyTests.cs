using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Currencies;

/// <summary>Known answers, as data: Golden/currency.json; and what goes wrong at the borders of currencies.</summary>
public sealed class CurrencyTests
{
    private static readonly Known All = Golden.Read<Known>("currency.json");

    public static TheoryData<string> Gains => [.. All.Gains.Select(one => one.Name)];

    public static TheoryData<string> Rates => [.. All.Rates.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Gains))]
    public void An_unrealised_gain_is_the_effect_of_the_price_and_that_of_the_rate(string name)
    {
        var known = All.Gains.Single(one => one.Name == name);
        var ledger = Replay([Dollars(Make.Buy(0, known.Quantity, known.Price0))], known);

        var quotes = new Dictionary<string, PriceQuote> { [Make.Symbol] = new(Make.Symbol, Make.Start.AddDays(1), known.Price1, "USD", PriceBasis.Raw) };
        var valuation = PortfolioValuation.Of(ledger, "EUR", quotes, RatesOf(known), Make.Start.AddDays(1));

        valuation.UnrealisedEffects.ShouldBe(new Gain(Figure.Of(known.Price), Figure.Of(known.Currency)));
        valuation.TotalValue.ShouldBe(Figure.Of(known.Quantity * known.Price1 * known.Rate1));
    }

    [Theory]
    [MemberData(nameof(Gains))]
    public void A_realised_gain_is_the_same_at_the_rate_of_the_sale_and_no_later_rate_changes_it(string name)
    {
        var known = All.Gains.Single(one => one.Name == name);

        var position = Replay([Dollars(Make.Buy(0, known.Quantity, known.Price0)), Dollars(Make.Sell(1, known.Quantity, known.Price1))], known).Positions[Make.Symbol];

        position.RealisedEffects.ShouldBe(new Gain(Figure.Of(known.Price), Figure.Of(known.Currency)));
        position.RealisedGain.ShouldBe(known.Quantity * (known.Price1 - known.Price0), "in its own currency there is only the price");
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_rate_is_the_known_one(string name)
    {
        var known = All.Rates.Single(one => one.Name == name);
        var days = new[] { new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 6) };
        var table = new ExchangeRateTable("EUR",
        [
            new("USD", days.Zip([1.10m, 1.20m], KeyValuePair.Create)),
            new("GBP", [KeyValuePair.Create(days[0], 0.80m)]),
            new("ZAR", [KeyValuePair.Create(days[0], 20m)]),
        ]);

        table.Rate(known.From, known.To, known.Date).ShouldBe(known.Rate is { } rate ? Figure.Of(rate) : Figure.Unavailable(known.Reason!));
    }

    [Fact]
    public void A_rate_of_nothing_is_refused() => Should.Throw<ArgumentOutOfRangeException>(
        () => new ExchangeRateTable("EUR", [new("USD", [KeyValuePair.Create(Make.Start, 0m)])]));

    [Fact]
    public void A_purchase_in_pence_is_booked_in_pounds_beside_one_in_pounds()
    {
        Activity[] history = [Make.Buy(1, 10, 250, 100) with { Currency = "GBp" }, Make.Buy(2, 10, 3) with { Currency = "GBP" }];

        var position = Ledger.Replay(history, out var fault)!.Positions[Make.Symbol];

        fault.ShouldBeNull();
        (position.Currency, position.CostBasis).ShouldBe(("GBP", 56m));
        HoldingValuation.Of(position, new PriceQuote(Make.Symbol, Make.Start, 400, "GBp", PriceBasis.Raw)).MarketValue.ShouldBe(Figure.Of(80));
    }

    [Fact]
    public void A_fee_in_another_currency_is_part_of_the_cost_at_the_rate_of_the_day_and_leaves_its_own_cash()
    {
        var options = new ReplayOptions { Rates = new ExchangeRateTable("EUR", [new("USD", [KeyValuePair.Create(Make.Start, 1.25m)])]) };

        var ledger = Ledger.Replay([Make.Buy(1, 10, 100, 5) with { FeeCurrency = "USD" }, Make.Sell(2, 5, 110, 10) with { FeeCurrency = "USD" }], options, out _)!;

        ledger.Positions[Make.Symbol].CostBasis.ShouldBe(502);
        ledger.Positions[Make.Symbol].RealisedGain.ShouldBe(550 - 8 - 502);
        (ledger.Cash["EUR"].Balance, ledger.Cash["USD"].Balance, ledger.Cash["USD"].TradeFees).ShouldBe((-450m, -15m, 15m));
    }

    [Fact]
    public void A_fee_that_cannot_be_converted_makes_no_wrong_cost()
    {
        var buy = Make.Buy(1, 10, 100, 5) with { FeeCurrency = "USD" };

        Ledger.Replay([buy], out var fault).ShouldBeNull();

        fault.ShouldBeOfType<FeeNotConvertible>().Activity.ShouldBe(buy);
        fault.Field.ShouldBe("feeCurrency");
        fault.Message.ShouldContain("expected a fee in EUR");
        Ledger.Replay([buy with { Fee = 0 }], out _).ShouldNotBeNull("there is nothing to convert");
    }

    [Fact]
    public void Without_a_rate_on_the_day_of_the_purchase_the_effects_are_unavailable_and_the_gain_is_not()
    {
        var late = new ExchangeRateTable("EUR", [new("USD", [KeyValuePair.Create(Make.Start.AddDays(1), 1.25m)])]);
        var ledger = Ledger.Replay([Dollars(Make.Buy(0, 10, 100))], new ReplayOptions { Currency = "EUR", Rates = late }, out _)!;
        var quotes = new Dictionary<string, PriceQuote> { [Make.Symbol] = new(Make.Symbol, Make.Start, 110, "USD", PriceBasis.Raw) };

        var valuation = PortfolioValuation.Of(ledger, "EUR", quotes, late, Make.Start.AddDays(1));

        valuation.UnrealisedEffects.Total.Reason!.ShouldContain("no exchange rate from USD to EUR");
        valuation.Holdings[0].UnrealisedGain.ShouldBe(Figure.Of(100));
        valuation.TotalValue.ShouldBe(Figure.Of(880));
    }

    [Fact]
    public void A_ledger_without_a_reporting_currency_has_no_effects_rather_than_none_of_0()
    {
        var valuation = PortfolioValuation.Of(Ledger.Replay([Make.Cash(ActivityType.Deposit, 1, 10)], out _)!, "EUR", new Dictionary<string, PriceQuote>());

        valuation.UnrealisedEffects.Total.Value.ShouldBeNull();
        valuation.CashCurrencyGain.Value.ShouldBeNull();
        valuation.NetWorth.ShouldBe(Figure.Of(10));
    }

    private static Activity Dollars(Activity activity) => activity with { Currency = "USD" };

    private static Ledger Replay(IEnumerable<Activity> history, GainCase known) =>
        Ledger.Replay(history, new ReplayOptions { Currency = "EUR", Rates = RatesOf(known) }, out _)!;

    // Quoted against the dollar, so that the numbers of the table are those that count.
    private static ExchangeRateTable RatesOf(GainCase known) => new("USD",
        [new("EUR", [KeyValuePair.Create(Make.Start, known.Rate0), KeyValuePair.Create(Make.Start.AddDays(1), known.Rate1)])]);

    private sealed record Known(IReadOnlyList<GainCase> Gains, IReadOnlyList<RateCase> Rates);

    private sealed record GainCase(
        string Name, string Source, decimal Quantity, decimal Price0, decimal Price1, decimal Rate0, decimal Rate1, decimal Price, decimal Currency);

    private sealed record RateCase(string Name, string From, string To, DateOnly Date, decimal? Rate, string? Reason);
}
