using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Returns;

public sealed class PerformanceTests
{
    [Fact]
    public void A_history_has_every_day_from_the_first_activity_on_and_weekends_keep_the_last_price()
    {
        var history = History([Make.Cash(ActivityType.Deposit, 1, 1000), Make.Buy(2, 10, 50)], Market((2, 50), (4, 60)), 6);

        history.Days.Select(day => day.Date).ShouldBe(Enumerable.Range(1, 6).Select(day => Make.Start.AddDays(day)));
        history.Days.Select(day => day.Value.Value).ShouldBe([1000m, 1000m, 1000m, 1100m, 1100m, 1100m]);
        history.Days.Select(day => day.Inflow.Value).ShouldBe([1000m, 0m, 0m, 0m, 0m, 0m]);
    }

    [Fact]
    public void A_day_without_a_price_has_no_value_and_no_return_can_be_chained_over_it()
    {
        var history = History([Make.Cash(ActivityType.Deposit, 1, 1000), Make.Buy(2, 10, 50)], Market((4, 60)), 6);

        history.Days.Select(day => day.Value.Value).ShouldBe([1000m, null, null, 1100m, 1100m, 1100m]);
        var whole = history.Over(Make.Start, Make.Start.AddDays(6));
        whole.TimeWeighted.Reason.ShouldBe("There is no price for ACME.");
        whole.Volatility.Value.ShouldBeNull();
        whole.MaxDrawdown.Depth.Value.ShouldBeNull();
        whole.Simple.Value.ShouldBe(0.1m, "it needs both ends only");
        history.Over(Make.Start.AddDays(4), Make.Start.AddDays(6)).TimeWeighted.ShouldBe(Figure.Of(0));
    }

    [Fact]
    public void A_transfer_counts_with_the_price_of_its_day_and_not_with_what_it_had_cost()
    {
        var history = History([Make.TransferUnits(1, 10, 5), Make.TransferUnits(3, -4)], Market((1, 50), (2, 60), (3, 70)), 3);

        history.Days.Select(day => (day.Value.Value, day.Inflow.Value, day.Outflow.Value)).ShouldBe([(500m, 500m, 0m), (600m, 0m, 0m), (420m, 0m, 280m)]);
        history.Over(Make.Start, Make.Start.AddDays(3)).TimeWeighted.Value!.Value.ShouldBe(0.4m, 1e-20m);
    }

    [Fact]
    public void A_transfer_before_a_split_of_the_same_day_counts_in_its_own_units()
    {
        var history = History([Make.TransferUnits(1, 10, 5), Make.Split(1, 2, 1) with { Sequence = 2 }], Market((1, 25)), 1);

        history.Days.ShouldHaveSingleItem().ShouldBe(new DailyValue(Make.Start.AddDays(1), Figure.Of(500), Figure.Of(500), Figure.Of(0)));
    }

    [Fact]
    public void What_began_with_less_than_nothing_has_no_return()
    {
        // Purchases without the deposit that paid for them: cash is below 0, and so is the whole once the price falls.
        var history = History([Make.Buy(1, 10, 50)], Market((1, 50), (2, 40), (3, 60)), 3);

        history.Days.Select(day => day.Value.Value).ShouldBe([0m, -100m, 100m]);
        history.Over(Make.Start, Make.Start.AddDays(3)).TimeWeighted.Reason!.ShouldContain("began with less than nothing");
    }

    [Fact]
    public void A_return_is_annualised_from_a_year_on()
    {
        TimeWeighted.Annualised(Figure.Of(0.21m), 730).Value!.Value.ShouldBe(0.1m, 1e-12m);
        TimeWeighted.Annualised(Figure.Of(0.1m), 365).Value!.Value.ShouldBe(0.1m, 1e-12m);
        TimeWeighted.Annualised(Figure.Of(0.1m), 364).Value.ShouldBeNull();
        TimeWeighted.Annualised(Figure.Of(-1), 730).ShouldBe(Figure.Of(-1));
        TimeWeighted.Annualised(Figure.Of(-1.1m), 730).Value.ShouldBeNull();
    }

    [Fact]
    public void The_drawdown_is_the_deepest_fall_from_a_peak_and_not_the_lowest_point()
    {
        var index = ReturnIndex.Of(Figure.Of(100), Days(120, 90, 105, 200, 140, 180));

        index.MaxDrawdown.ShouldBe(new Drawdown(Figure.Of(0.3m), Make.Start.AddDays(3), Make.Start.AddDays(4)));
        ReturnIndex.Of(Figure.Of(100), Days(100, 110)).MaxDrawdown.ShouldBe(new Drawdown(Figure.Of(0), null, null));
        ReturnIndex.Of(Figure.Of(100), Days(80)).MaxDrawdown.ShouldBe(new Drawdown(Figure.Of(0.2m), null, Make.Start));
    }

    [Fact]
    public void Volatility_is_the_scatter_of_the_days_times_the_root_of_a_year()
    {
        // +10 %, -10 %: mean 0, sample variance 0.02.
        ReturnIndex.Of(Figure.Of(100), Days(110, 99)).Volatility.Value!.Value.ShouldBe((decimal)Math.Sqrt(0.02 * 365), 1e-12m);
        ReturnIndex.Of(Figure.Of(100), Days(110)).Volatility.Reason!.ShouldContain("Fewer than two days");
    }

    [Fact]
    public void A_range_outside_the_history_is_refused_and_one_that_begins_before_it_begins_with_nothing()
    {
        var history = History([Make.Cash(ActivityType.Deposit, 1, 1000)], Market((1, 1)), 3);

        history.Over(Make.Start.AddYears(-5), Make.Start.AddDays(2)).From.ShouldBe(Make.Start);
        Should.Throw<ArgumentOutOfRangeException>(() => history.Over(Make.Start, Make.Start.AddDays(4)));
        Should.Throw<ArgumentOutOfRangeException>(() => history.Over(Make.Start.AddDays(-2), Make.Start));
        Should.Throw<ArgumentOutOfRangeException>(() => history.Over(Make.Start.AddDays(2), Make.Start.AddDays(2)));
        Should.Throw<ArgumentException>(() => Performance.Of(Figure.Of(0), Make.Start, []));
    }

    [Fact]
    public void Nothing_has_no_history_and_a_fault_stops_it()
    {
        History([], Market(), 3).Days.ShouldBeEmpty();
        PortfolioHistory.Of([Make.Sell(1, 1, 1)], Market(), "EUR", Make.Start.AddDays(3), out var fault).ShouldBeNull();
        fault.ShouldBeOfType<Oversell>();
        PerformanceBreakdown.Of([Make.Sell(1, 1, 1)], Market(), "EUR", Make.Start, Make.Start.AddDays(3), out fault).ShouldBeNull();
        fault.ShouldBeOfType<Oversell>();
    }

    [Fact]
    public void The_breakdown_counts_gains_from_the_first_day_of_the_range_and_not_from_the_purchase()
    {
        Activity[] history = [Make.Cash(ActivityType.Deposit, 1, 1000), Make.Buy(1, 10, 50) with { Sequence = 2 }, Make.Sell(4, 5, 80, 1), Make.Cash(ActivityType.Dividend, 5, 20, 5)];

        var parts = PerformanceBreakdown.Of(history, Market((1, 50), (2, 60), (4, 80)), "EUR", Make.Start.AddDays(2), Make.Start.AddDays(5), out _)!;

        parts.ShouldBe(new PerformanceBreakdown
        {
            Start = Figure.Of(1100),
            Transfers = Figure.Of(0),
            CapitalGains = Figure.Of(199),
            Dividends = Figure.Of(20),
            Interest = Figure.Of(0),
            Fees = Figure.Of(0),
            Taxes = Figure.Of(5),
            CurrencyGains = Figure.Of(0),
            End = Figure.Of(1314),
        });
    }

    [Fact]
    public void The_breakdown_tells_what_a_rate_did_to_cash()
    {
        var rates = new ExchangeRateTable("EUR", [new("USD", [KeyValuePair.Create(Make.Start, 1m), KeyValuePair.Create(Make.Start.AddDays(2), 0.8m)])]);

        var parts = PerformanceBreakdown.Of(
            [Make.Cash(ActivityType.Deposit, 1, 100) with { Currency = "USD" }], new MarketData(new Dictionary<string, PriceSeries>(), rates), "EUR", Make.Start, Make.Start.AddDays(2), out _)!;

        (parts.Transfers.Value, parts.CurrencyGains.Value, parts.CapitalGains.Value, parts.End.Value).ShouldBe((100m, 25m, 0m, 125m));
    }

    [Fact]
    public void A_breakdown_is_unavailable_where_an_end_or_a_transfer_has_no_value()
    {
        var without = PerformanceBreakdown.Of([Make.Buy(1, 10, 50)], Market((3, 60)), "EUR", Make.Start.AddDays(2), Make.Start.AddDays(3), out _)!;
        without.Start.Reason.ShouldBe("There is no price for ACME.");
        without.CapitalGains.Value.ShouldBeNull();
        without.End.ShouldBe(Figure.Of(100));

        var moved = PerformanceBreakdown.Of([Make.TransferUnits(1, 10, 50)], Market((3, 60)), "EUR", Make.Start, Make.Start.AddDays(3), out _)!;
        moved.Transfers.Reason.ShouldBe("There is no price for ACME.");
        moved.CapitalGains.Value.ShouldBeNull();
    }

    [Fact]
    public void A_ledger_through_a_day_knows_nothing_later_but_the_splits_that_are_in_adjusted_prices()
    {
        Activity[] history = [Make.Buy(1, 10, 100), Make.Split(5, 2, 1), Make.Sell(6, 20, 60)];

        var position = Ledger.Replay(history, new ReplayOptions { Through = Make.Start.AddDays(3) }, out _)!.Positions[Make.Symbol];

        position.Quantity.ShouldBe(10);
        HoldingValuation.Of(position, new PriceQuote(Make.Symbol, Make.Start.AddDays(3), 55, "EUR", PriceBasis.SplitAdjusted)).MarketValue.ShouldBe(Figure.Of(1100));
        HoldingValuation.Of(position, new PriceQuote(Make.Symbol, Make.Start.AddDays(3), 110, "EUR", PriceBasis.Raw)).MarketValue.ShouldBe(Figure.Of(1100));
    }

    [Fact]
    public void Dividends_are_listed_gross_tax_and_net_even_in_another_currency_than_the_position()
    {
        var dividend = Make.Cash(ActivityType.Dividend, 2, 20, 3) with { Currency = "USD" };

        var ledger = Ledger.Replay([Make.Buy(1, 10, 50), dividend], out _)!;

        ledger.Dividends.ShouldHaveSingleItem().ShouldBe(new DividendPayment(Make.Start.AddDays(2), Make.Symbol, "USD", 20, 3));
        ledger.Dividends[0].Net.ShouldBe(17);
        (ledger.Cash["USD"].DividendsGross, ledger.Cash["USD"].DividendTaxes, ledger.Cash["USD"].DividendsNet).ShouldBe((20m, 3m, 17m));
    }

    [Fact]
    public void Units_too_few_to_be_counted_after_a_split_are_a_loss_and_not_a_lot_of_nothing()
    {
        var position = Ledger.Replay([Make.Buy(1, 0.000000000001m, 1_000_000), Make.Split(2, 1, 10)], out _)!.Positions[Make.Symbol];

        position.Lots.ShouldBeEmpty();
        (position.Quantity, position.CostBasis, position.RealisedGain).ShouldBe((0m, 0m, -0.000001m));
    }

    private static PortfolioHistory History(IEnumerable<Activity> activities, MarketData market, int through) =>
        PortfolioHistory.Of(activities, market, "EUR", Make.Start.AddDays(through), out _)!;

    private static MarketData Market(params (int Day, decimal Price)[] prices) => new(
        new Dictionary<string, PriceSeries>
        {
            [Make.Symbol] = new(Make.Symbol, "EUR", PriceBasis.Raw, prices.Select(price => KeyValuePair.Create(Make.Start.AddDays(price.Day), price.Price))),
        },
        ExchangeRateTable.None);

    private static IEnumerable<DailyValue> Days(params decimal[] values) => values.Select((value, day) => DailyValue.Of(Make.Start.AddDays(day), value));
}
