using FinanceHub.Web.Charts;
using FinanceHub.Web.Figures;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>How numbers look, and what charts are drawn of.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData(1234.565, "1,234.57\u00a0EUR")]
    [InlineData(-1234.5, "\u22121,234.50\u00a0EUR")]
    [InlineData(-0.001, "0.00\u00a0EUR")]
    public void Money_is_rounded_to_cents_and_nothing_is_not_below_zero(double amount, string expected) => Display.Money((decimal)amount, "EUR").ShouldBe(expected);

    [Theory]
    [InlineData(0.01234, "+1.23\u00a0%")]
    [InlineData(-0.5, "\u221250.00\u00a0%")]
    [InlineData(0, "0.00\u00a0%")]
    public void A_change_always_has_its_sign(double share, string expected) => Display.Change((decimal)share).ShouldBe(expected);

    [Theory]
    [InlineData(950, "950")]
    [InlineData(12_500, "12.5k")]
    [InlineData(-2_500_000, "\u22122.5M")]
    public void The_ticks_of_an_axis_are_short(double value, string expected) => Display.Tick((decimal)value).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-29", "2026-11-29", "Today")]
    [InlineData("2026-11-27", "2026-11-29", "Fri 27 Nov")]
    [InlineData(null, "2026-11-29", "Today")]
    public void A_day_is_called_today_only_if_it_is(string? day, string today, string expected) =>
        Display.RecentDay(day is null ? null : DateOnly.Parse(day, null), DateOnly.Parse(today, null)).ShouldBe(expected);

    [Theory]
    [InlineData(0, 97, 0, 100)]
    [InlineData(-3, 12, -5, 15)]
    [InlineData(5, 5, 4.5, 5.5)]
    [InlineData(0, 0, 0, 1)]
    public void An_axis_covers_its_values_between_round_numbers(double low, double high, double first, double last)
    {
        var scale = ValueScale.Of([(decimal)low, (decimal)high], withZero: false);

        (scale.Low, scale.High).ShouldBe(((decimal)first, (decimal)last));
        scale.Ticks.Count.ShouldBeInRange(3, 8);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-01")]
    [InlineData("2026-01-01", "2026-01-09")]
    [InlineData("2025-11-20", "2026-11-20")]
    [InlineData("1980-01-31", "2026-11-20")]
    public void An_axis_of_days_has_a_handful_of_ticks_in_order(string first, string last)
    {
        var scale = new TimeScale(DateOnly.Parse(first, null), DateOnly.Parse(last, null));

        var ticks = scale.Ticks();

        ticks.Count.ShouldBeInRange(1, 9);
        ticks.Select(tick => scale.Share(tick.Day)).ShouldBeInOrder();
        ticks.ShouldAllBe(tick => scale.Share(tick.Day) >= 0 && scale.Share(tick.Day) <= 1);
    }

    [Fact]
    public void A_day_without_a_value_is_a_gap_in_the_line()
    {
        var chart = LineOf(1, 2, null, 4, 5);

        LineChartSvg.Draw(chart).Split("class=\"line value\"").Length.ShouldBe(3);
    }

    [Fact]
    public void A_chart_names_itself_and_encodes_what_it_is_told()
    {
        var svg = LineChartSvg.Draw(LineOf(1, 2) with { Title = "<b>\"" });

        svg.ShouldContain("role=\"img\"");
        svg.ShouldContain("aria-labelledby=\"c-title c-desc\"");
        svg.ShouldContain("<title id=\"c-title\">&lt;b&gt;&quot;</title>");
        svg.ShouldNotContain("<b>");
    }

    [Fact]
    public void Of_many_points_a_readable_number_is_listed_and_the_last_one_always()
    {
        var samples = LineChartSvg.Samples(400);

        samples.Count.ShouldBeLessThanOrEqualTo(60);
        samples[0].ShouldBe(0);
        samples[^1].ShouldBe(399);
    }

    [Fact]
    public void A_debt_has_no_place_on_a_ring() =>
        DonutSvg.Draw("d", "Ring", "All.", [0.8m, 0.4m, -0.2m, null]).Split("class=\"slice").Length.ShouldBe(3);

    private static LineChart LineOf(params decimal?[] values) => new()
    {
        Id = "c",
        Title = "Line",
        Description = "A line.",
        Dates = [.. values.Select((_, i) => new DateOnly(2026, 1, 1).AddDays(i))],
        Series = [new LineSeries("Value", "value", values)],
        Format = value => Display.Money(value, "EUR"),
        FormatTick = Display.Tick,
    };
}
