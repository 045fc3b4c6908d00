using FinanceHub.Worker.Market;
using Microsoft.Extensions.Time.Testing;

namespace FinanceHub.Hosts.Tests.Worker;

public sealed class BackFillTests
{
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly MarketOptions Options = new() { BackfillDays = 1000, MostBackfillDays = 10_000 };

    [Theory]
    [InlineData(null, "2023-04-11")]
    [InlineData("2025-06-01", "2023-04-11")]
    [InlineData("2020-06-10", "2020-06-03")]
    [InlineData("1950-01-01", "1998-08-20")]
    public void Prices_go_back_as_far_as_is_configured_and_before_the_first_activity_and_not_without_end(string? activity, string expected) =>
        BackFill.Start(Monday, activity is null ? null : DateOnly.Parse(activity, System.Globalization.CultureInfo.InvariantCulture), Options)
            .ShouldBe(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_gap_is_the_weekdays_that_are_missing()
    {
        var known = Days(0, 1, 4);

        BackFill.Gaps(Monday, Monday.AddDays(8), known).ShouldBe([(Monday.AddDays(2), Monday.AddDays(8))]);
        BackFill.Gaps(Monday.AddDays(-2), Monday.AddDays(1), known).ShouldBeEmpty();
        BackFill.Gaps(Monday, Monday.AddDays(-1), known).ShouldBeEmpty();
    }

    [Fact]
    public void The_last_stored_day_is_asked_for_again()
    {
        var asked = new AskedDays(TimeProvider.System);

        asked.With("ACME", Monday.AddDays(7), Days(0, 1, 4)).ShouldBe(Days(0, 1), ignoreOrder: true);
        asked.With("ACME", Monday.AddDays(7), Days()).ShouldBeEmpty();
    }

    [Fact]
    public void A_stored_day_is_asked_for_once_when_it_is_over_and_now_and_then_while_it_goes_on()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 6, 16, 0, 0, TimeSpan.Zero));
        var (asked, tuesday) = (new AskedDays(clock), Monday.AddDays(1));

        asked.Note("ACME", tuesday, tuesday, tuesday, [tuesday]);
        asked.With("ACME", tuesday, Days(0, 1)).ShouldBe(Days(0, 1), ignoreOrder: true);
        clock.Advance(TimeSpan.FromMinutes(15));
        asked.With("ACME", tuesday, Days(0, 1)).ShouldBe(Days(0));

        asked.With("ACME", tuesday.AddDays(1), Days(0, 1)).ShouldBe(Days(0), "it is over since it was asked for");
        asked.Note("ACME", tuesday.AddDays(1), tuesday, tuesday.AddDays(1), [tuesday]);
        asked.With("ACME", tuesday.AddDays(1), Days(0, 1)).ShouldBe(Days(0, 1), ignoreOrder: true);
    }

    [Fact]
    public void Gaps_that_are_far_apart_are_asked_for_one_by_one()
    {
        var known = Enumerable.Range(0, 40).Where(day => day is not (2 or 30)).Select(Monday.AddDays).ToHashSet();

        BackFill.Gaps(Monday, Monday.AddDays(39), known).ShouldBe([(Monday.AddDays(2), Monday.AddDays(2)), (Monday.AddDays(30), Monday.AddDays(30))]);
    }

    [Fact]
    public void A_holiday_is_not_asked_for_again_today_and_a_recent_day_is()
    {
        var (empty, today) = (new AskedDays(TimeProvider.System), Monday.AddDays(11));
        empty.Note("ACME", today, Monday, today, [Monday.AddDays(1)]);

        empty.With("ACME", today, Days(1)).ShouldBe(Days(0, 1, 2, 3, 4, 5, 6, 7), ignoreOrder: true);
        empty.With("WONKA", today, Days(0, 1)).ShouldBe(Days(0));
        empty.With("ACME", today.AddDays(1), Days(0, 1)).ShouldBe(Days(0));
    }

    private static HashSet<DateOnly> Days(params int[] days) => [.. days.Select(Monday.AddDays)];
}
