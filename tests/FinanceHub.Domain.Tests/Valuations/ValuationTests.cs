using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Valuations;

public sealed class ValuationTests
{
    private static readonly DateOnly Day = Make.Start.AddDays(10);

    [Fact]
    public void A_holding_is_worth_its_quantity_at_the_price_and_has_gained_what_is_above_its_cost()
    {
        var holding = Value([Make.Buy(1, 10, 100, 1)], Quote(104.5m)).Holdings.ShouldHaveSingleItem();

        holding.MarketValue.ShouldBe(Figure.Of(1045));
        holding.UnrealisedGain.ShouldBe(Figure.Of(44));
        holding.PriceDate.ShouldBe(Day);
    }

    [Fact]
    public void Without_a_price_nothing_is_zero_but_unavailable_with_a_reason()
    {
        var valuation = Value([Make.Buy(1, 10, 100)]);

        var holding = valuation.Holdings.ShouldHaveSingleItem();
        holding.Price.Value.ShouldBeNull();
        holding.MarketValue.Value.ShouldBeNull();
        holding.UnrealisedGain.Reason.ShouldBe("There is no price for ACME.");
        holding.PriceDate.ShouldBeNull();
        valuation.TotalValue.Reason.ShouldBe("There is no price for ACME.");
    }

    [Fact]
    public void A_price_in_another_currency_is_not_taken_for_one_in_ours() =>
        Value([Make.Buy(1, 10, 100)], Quote(100) with { Currency = "USD" }).TotalValue.Reason!.ShouldContain("no exchange rate");

    [Fact]
    public void The_total_is_unavailable_when_a_holding_is_in_another_currency_than_the_portfolio()
    {
        var dollars = Make.Buy(2, 1, 10) with { Symbol = "HOOLI", Currency = "USD" };

        var valuation = Value([Make.Buy(1, 10, 100), dollars], Quote(100), Quote(12) with { Symbol = "HOOLI", Currency = "USD" });

        valuation.Holdings.Select(holding => holding.MarketValue.Value).ShouldBe([1000, 12]);
        valuation.TotalValue.Reason!.ShouldContain("HOOLI");
    }

    [Fact]
    public void A_split_adjusted_price_is_in_todays_units_already()
    {
        Activity[] history = [Make.Buy(1, 10, 100), Make.Split(20, 2, 1)];

        Value(history, Quote(100)).TotalValue.ShouldBe(Figure.Of(1000), "a raw price of before the split is halved");
        Value(history, Quote(50) with { Basis = PriceBasis.SplitAdjusted }).TotalValue.ShouldBe(Figure.Of(1000));
    }

    [Fact]
    public void Splits_that_make_a_price_larger_than_any_number_make_it_unavailable()
    {
        var history = Enumerable.Range(11, 8).Select(day => Make.Split(day, 1, 10_000)).Prepend(Make.Buy(1, 1_000_000, 1));

        Value(history, Quote(1)).Holdings.ShouldAllBe(holding => holding.Price.Reason!.Contains("too large"));
    }

    [Fact]
    public void What_was_sold_wholly_is_not_held_but_its_gain_stays()
    {
        var valuation = Value([Make.Buy(1, 10, 100), Make.Sell(2, 10, 110)]);

        valuation.Holdings.ShouldBeEmpty();
        valuation.TotalValue.ShouldBe(Figure.Of(0));
        valuation.RealisedGain.ShouldBe(Figure.Of(100));
    }

    private static PortfolioValuation Value(IEnumerable<Activity> history, params PriceQuote[] quotes) =>
        PortfolioValuation.Of(Ledger.Replay(history, out _)!, Make.Currency, quotes.ToDictionary(quote => quote.Symbol));

    private static PriceQuote Quote(decimal price) => new(Make.Symbol, Day, price, Make.Currency, PriceBasis.Raw);
}
