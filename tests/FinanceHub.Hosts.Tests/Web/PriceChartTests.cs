using FinanceHub.Web.Api;
using FinanceHub.Web.Holdings;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>The chart of a holding where there were splits.</summary>
public sealed class PriceChartTests
{
    private static readonly DateOnly First = new(2026, 1, 5);

    private static readonly Activity[] WithSplit =
    [
        new() { Type = "SELL", Date = "2026-01-08", Sequence = 5, Quantity = 4, UnitPrice = 51, Currency = "EUR" },
        new() { Type = "BUY", Date = "2026-01-07", Sequence = 4, Quantity = 2, UnitPrice = 50, Currency = "EUR" },
        new() { Type = "SPLIT", Date = "2026-01-07", Sequence = 3, Numerator = 2, Denominator = 1, Currency = "EUR" },
        new() { Type = "BUY", Date = "2026-01-07", Sequence = 2, Quantity = 3, UnitPrice = 99, Currency = "EUR" },
        new() { Type = "BUY", Date = "2026-01-05", Sequence = 1, Quantity = 10, UnitPrice = 101, Currency = "EUR" },
    ];

    [Fact]
    public void A_split_is_no_cliff_in_a_line_of_prices_as_quoted()
    {
        var chart = PriceChart.Of(History("RAW", 100, 104, 51, 52), WithSplit).ShouldNotBeNull();

        chart.Series.ShouldHaveSingleItem().Values.ShouldBe([50, 52, 51, 52]);
        chart.Description.ShouldBe("From 50.00\u00a0EUR on 5 Jan 2026 to 52.00\u00a0EUR on 8 Jan 2026.");
    }

    [Fact]
    public void What_was_bought_and_sold_is_marked_on_the_line_in_shares_of_today()
    {
        var marks = PriceChart.Of(History("RAW", 100, 104, 51, 52), WithSplit)!.Marks;

        marks.Select(mark => (mark.Value, mark.Text)).ShouldBe(
        [
            (52, "Sold 4 at 51.00\u00a0EUR on 8 Jan 2026"),
            (51, "Bought 2 at 50.00\u00a0EUR on 7 Jan 2026"),
            (51, "Bought 6 at 49.50\u00a0EUR on 7 Jan 2026"),
            (50, "Bought 20 at 50.50\u00a0EUR on 5 Jan 2026"),
        ]);
    }

    [Fact]
    public void Prices_that_have_the_splits_in_them_are_not_divided_again() =>
        PriceChart.Of(History("SPLIT_ADJUSTED", 50, 52, 51, 52), WithSplit)!.Series[0].Values.ShouldBe([50, 52, 51, 52]);

    [Fact]
    public void A_price_that_splits_make_larger_than_any_number_is_a_gap_and_no_mark()
    {
        var endless = Enumerable.Range(0, 8).Select(i => new Activity { Type = "SPLIT", Date = "2026-01-07", Sequence = 10 + i, Numerator = 1, Denominator = 10_000 });

        var chart = PriceChart.Of(History("RAW", 100, 104, 51, 52), [.. endless, WithSplit[^1]]).ShouldNotBeNull();

        chart.Series[0].Values.ShouldBe([null, null, 51, 52]);
        chart.Marks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RAW", "2026-01-07", true)]
    [InlineData("RAW", "2026-01-05", false)]
    [InlineData("SPLIT_ADJUSTED", "2026-01-05", true)]
    public void Whether_prices_are_restated_is_said_where_they_are(string basis, string day, bool expected) =>
        PriceChart.IsRestated(History(basis, 100, 104), [new() { Type = "SPLIT", Date = day, Numerator = 2, Denominator = 1 }]).ShouldBe(expected);

    private static PriceHistory History(string basis, params decimal[] closes) =>
        new("ACME", "EUR", basis, [.. closes.Select((close, i) => new ClosingPrice(First.AddDays(i), close))]);
}
