using CsCheck;
using FinanceHub.Domain.Returns;

namespace FinanceHub.Domain.Tests.Returns;

public sealed class ReturnTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static readonly Gen<decimal> Rate = Gen.Int[-900, 5000].Select(value => value / 1000m);

    [Fact]
    public void Payments_of_one_sign_have_no_rate()
    {
        MoneyWeightedReturn.Of([]).Reason.ShouldNotBeNull();
        MoneyWeightedReturn.Of([new(Start, 100), new(Start.AddDays(9), 100)]).Reason.ShouldNotBeNull();
    }

    [Fact]
    public void Payments_in_and_out_on_the_same_day_have_no_rate() =>
        MoneyWeightedReturn.Of([new(Start, 2500), new(Start, -2500)]).Reason.ShouldNotBeNull();

    [Fact]
    public void Payments_that_two_rates_explain_have_none()
    {
        // 100·(1+r)² − 230·(1+r) + 132 = 0 at r = 10 % and at r = 20 %.
        var figure = MoneyWeightedReturn.Of([new(Start, 100), new(Start.AddDays(365), -230), new(Start.AddDays(730), 132)]);

        figure.Value.ShouldBeNull();
        figure.Reason.ShouldBe("2 different yearly rates explain these payments.");
    }

    [Fact]
    public void A_deposit_that_grows_at_a_rate_has_that_rate() => Gen.Select(Rate, Gen.Int[30, 7300]).Sample((rate, days) =>
    {
        var end = 1000 * Math.Pow(1 + (double)rate, days / 365d);
        if (end is < 0.01 or > 1e12)
            return;

        var figure = MoneyWeightedReturn.Of([new(Start, 1000), new(Start.AddDays(days), -(decimal)end)]);

        figure.Value!.Value.ShouldBe(rate, tolerance: 1e-8m * (1 + Math.Abs(rate)));
    });

    [Fact]
    public void A_thousand_monthly_payments_do_not_overflow_the_search()
    {
        var flows = Enumerable.Range(0, 1000).Select(month => new CashFlow(new DateOnly(1900, 1, 1).AddMonths(month), 100)).ToList();

        var figure = MoneyWeightedReturn.Of([.. flows, new(new DateOnly(1983, 5, 1), -100_000)]);

        figure.Value!.Value.ShouldBe(0, tolerance: 1e-12m);
    }

    [Fact]
    public void A_deposit_valued_on_its_day_changes_no_time_weighted_return() => Gen.Select(Gen.Int[1, 300].List[2, 30], Gen.Int[0, 28], Gen.Int[1, 100_000]).Sample((growth, position, deposit) =>
    {
        var at = Math.Min(position, growth.Count - 2) + 1;
        var (plain, fed) = (new List<DailyValue>(), new List<DailyValue>());
        var (value, fedValue) = (1000m, 1000m);
        for (var day = 0; day < growth.Count; day++)
        {
            var inflow = day == at ? deposit : 0;
            var factor = day == 0 ? 1 : growth[day] / 100m;
            (value, fedValue) = (value * factor, (fedValue + inflow) * factor);
            plain.Add(new(Start.AddDays(day), value));
            fed.Add(new(Start.AddDays(day), fedValue, inflow));
        }

        var (without, with) = (TimeWeightedReturn.Of(plain).Value!.Value, TimeWeightedReturn.Of(fed).Value!.Value);
        with.ShouldBe(without, tolerance: 1e-9m * (1 + Math.Abs(without)));
    });

    [Fact]
    public void A_withdrawal_at_the_end_of_a_day_takes_part_in_it() =>
        TimeWeightedReturn.Of([new(Start, 100), new(Start.AddDays(1), 60, Outflow: 50)]).Value.ShouldBe(0.1m);

    [Fact]
    public void A_day_that_began_with_nothing_earned_nothing() =>
        TimeWeightedReturn.Index([new(Start, 0), new(Start.AddDays(1), 0), new(Start.AddDays(2), 110, Inflow: 100)]).ShouldBe([1, 1, 1.1m]);

    [Fact]
    public void A_single_day_has_no_return() => TimeWeightedReturn.Of([new(Start, 100)]).Reason.ShouldNotBeNull();

    [Fact]
    public void A_growth_beyond_numbers_is_unavailable_and_not_an_error() =>
        TimeWeightedReturn.Of([.. Enumerable.Range(0, 40).Select(day => new DailyValue(Start.AddDays(day), day % 2 == 0 ? 1 : 1_000_000, Outflow: 1_000_000))])
            .Reason.ShouldBe("The growth is too large to be a number.");

    [Theory]
    [InlineData(0.21, 730, 0.1)]
    [InlineData(0.1, 365, 0.1)]
    [InlineData(-1, 400, -1)]
    public void A_return_over_years_is_annualised(decimal total, int days, decimal expected) =>
        TimeWeightedReturn.Annualise(total, days).Value!.Value.ShouldBe(expected, tolerance: 1e-12m);

    [Fact]
    public void A_return_under_a_year_is_not_annualised() => TimeWeightedReturn.Annualise(0.1m, 364).Reason.ShouldNotBeNull();

    [Fact]
    public void The_modified_Dietz_return_needs_capital_and_a_period()
    {
        ModifiedDietz.Of(Start, 0, Start.AddDays(10), 5, []).Reason.ShouldNotBeNull();
        ModifiedDietz.Of(Start, 100, Start.AddDays(10), 5, [new(Start.AddDays(1), -200)]).Reason.ShouldNotBeNull();
        ModifiedDietz.Of(Start, 100, Start, 110, []).Reason.ShouldNotBeNull();
        ModifiedDietz.Of(Start, 100, Start.AddDays(10), 110, [new(Start, 50), new(Start.AddDays(11), 50)]).Value.ShouldBe(0.1m);
    }

    [Fact]
    public void The_simple_return_is_the_gain_over_all_that_was_invested()
    {
        SimpleReturn.Of(100, 180, [new(Start, 50), new(Start, -20)]).Value!.Value.ShouldBe(50m / 150m);
        SimpleReturn.Of(0, 10, []).Reason.ShouldNotBeNull();
    }

    [Fact]
    public void The_drawdown_is_the_deepest_fall_from_a_high()
    {
        Risk.MaximumDrawdown([1, 1.2m, 0.9m, 1.5m, 1.2m]).Value.ShouldBe(0.25m);
        Risk.MaximumDrawdown([1, 1.1m, 1.2m]).Value.ShouldBe(0);
        Risk.MaximumDrawdown([]).Reason.ShouldNotBeNull();
    }

    [Fact]
    public void The_volatility_is_the_yearly_deviation_of_daily_returns()
    {
        // Returns +10 %, −10 %, +10 %: mean 1/30, sample variance 0.04/3.
        var expected = Math.Sqrt(0.04 / 3) * Math.Sqrt(252);
        Risk.Volatility([1, 1.1m, 0.99m, 1.089m]).Value!.Value.ShouldBe((decimal)expected, tolerance: 1e-9m);
        Risk.Volatility([1, 1]).Reason.ShouldNotBeNull();
        Risk.Volatility([1, 0, 0]).Reason.ShouldNotBeNull();
    }
}
