using CsCheck;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Valuations;

/// <summary>What one day makes of a position.</summary>
public sealed class DayGainTests
{
    private const int Today = 20;

    [Fact]
    public void What_is_bought_today_gains_since_its_trade_and_not_since_the_day_before() =>
        GainOf([Make.Buy(Today, 100, 110)], price: 110, before: 100).ShouldBe(new DayGain(Figure.Of(0), Figure.Of(11_000)));

    [Fact]
    public void What_is_bought_today_needs_no_price_of_the_day_before() =>
        Gain([Make.Buy(Today, 100, 110)], Figure.Of(112), Figure.Unavailable("There is no price.")).Change.ShouldBe(Figure.Of(200));

    [Fact]
    public void What_was_held_gains_what_the_price_did_and_what_was_sold_gains_up_to_its_trade() =>
        // 10 × (110 − 100), and 5 × (104 − 100) of those that went.
        GainOf([Make.Buy(1, 15, 80), Make.Sell(Today, 5, 104)], price: 110, before: 100).ShouldBe(new DayGain(Figure.Of(120), Figure.Of(1500)));

    [Fact]
    public void What_is_sold_wholly_has_gained_up_to_its_trade() =>
        GainOf([Make.Buy(1, 10, 80), Make.Sell(Today, 10, 97)], price: 110, before: 100).Change.ShouldBe(Figure.Of(-30));

    [Fact]
    public void What_happens_on_later_days_is_no_part_of_it() =>
        GainOf([Make.Buy(1, 10, 80), Make.Buy(Today + 1, 7, 500), Make.Split(Today + 2, 2, 1), Make.Sell(Today + 3, 34, 1)], price: 55, before: 50).Change
            .ShouldBe(Figure.Of(100), "10 that became 20, at prices of after the split");

    [Fact]
    public void A_split_changes_nothing_also_where_it_stands_between_trades() =>
        GainOf([Make.Buy(1, 10, 80), Make.Buy(Today, 1, 100) with { Sequence = 50 }, Make.Split(Today, 2, 1) with { Sequence = 51 }, Make.Sell(Today, 2, 52) with { Sequence = 52 }], price: 50, before: 50).Change
            .ShouldBe(Figure.Of(4), "two sold 2 above the price");

    [Fact]
    public void Units_that_come_without_a_trade_gain_nothing_on_that_day_and_those_that_go_what_the_price_did() =>
        GainOf([Make.Buy(1, 10, 80), Make.TransferUnits(Today, 5, 20), Make.TransferUnits(Today, -3) with { Sequence = 60 }], price: 110, before: 100).Change.ShouldBe(Figure.Of(100));

    [Fact]
    public void Pence_count_as_pounds() =>
        GainOf([Make.Buy(Today, 100, 110) with { Currency = "GBp" }], price: 1.2m, before: 1).Change.ShouldBe(Figure.Of(10));

    [Fact]
    public void Charges_and_distributions_are_no_part_of_it() =>
        GainOf([Make.Buy(1, 10, 80), Make.Buy(Today, 1, 110, fee: 9), Make.Cash(ActivityType.Dividend, Today, 40)], price: 110, before: 100).Change.ShouldBe(Figure.Of(100));

    [Fact]
    public void It_is_the_value_after_the_day_less_that_before_and_less_what_was_traded() =>
        Gen.Select(Histories.All, Histories.Markets, Gen.Int[1, Histories.Days]).Sample((history, market, days) =>
        {
            var day = Make.Start.AddDays(days);
            var (all, after, before) = (Replay(history, DateOnly.MaxValue), Replay(history, day), Replay(history, day.AddDays(-1)));
            foreach (var position in all.Positions.Values)
            {
                var own = history.Where(activity => activity.Symbol == position.Symbol).ToList();
                var traded = own.Where(activity => activity.Date == day).ToList();
                if (traded.Any(activity => activity is { Type: ActivityType.Transfer, ToAccount: null }))
                    continue;
                var (now, then) = (market.Prices[position.Symbol].At(day)!, market.Prices[position.Symbol].At(day.AddDays(-1))!);
                var net = traded.Sum(activity => activity.Type switch
                {
                    ActivityType.Buy => activity.Quantity!.Value * activity.UnitPrice!.Value,
                    ActivityType.Sell => -activity.Quantity!.Value * activity.UnitPrice!.Value,
                    _ => 0,
                });

                var (price, previous) = (position.UnitPrice(now), position.UnitPrice(then));

                var gain = DayGain.Of(position, own, day, price, previous);

                // The last decimal that a split leaves of a unit is worth the more, the fewer units it leaves.
                var tolerance = 0.001m + (Math.Max(price.Value!.Value, previous.Value!.Value) * 0.000_000_001m);
                gain.Change.Value!.Value.ShouldBe(Worth(after, now) - Worth(before, then) - net, tolerance);
            }
        });

    private static decimal Worth(Ledger ledger, PriceQuote quote) =>
        ledger.Positions.GetValueOrDefault(quote.Symbol) is { } position ? position.Quantity * position.UnitPrice(quote).Value!.Value : 0;

    private static Ledger Replay(IEnumerable<Activity> history, DateOnly through) => Ledger.Replay(history, new ReplayOptions { Through = through }, out _)!;

    private static DayGain GainOf(Activity[] history, decimal price, decimal before) => Gain(history, Figure.Of(price), Figure.Of(before));

    private static DayGain Gain(Activity[] history, Figure price, Figure before) =>
        DayGain.Of(Replay(history, DateOnly.MaxValue).Positions.Values.Single(), history, Make.Start.AddDays(Today), price, before);
}
