using CsCheck;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Ledgers;

/// <summary>One currency exchanged for another inside a portfolio.</summary>
public sealed class ExchangeTests
{
    private static readonly DateOnly Last = Make.Start.AddDays(9);

    private static readonly MarketData OneEuroIsTwoDollars = Rate(2);

    private static readonly Activity Deposit = Make.Cash(ActivityType.Deposit, 1, 10_000);

    private static readonly Activity Given = Make.Cash(ActivityType.Withdrawal, 5, 10_000) with { Exchange = "FX 1" };

    private static readonly Activity Received = Make.Cash(ActivityType.Deposit, 5, 20_000) with { Sequence = 6, Currency = "USD", Exchange = "FX 1" };

    [Fact]
    public void All_of_a_portfolio_exchanged_is_neither_a_flow_nor_a_return()
    {
        var whole = HistoryOf([Deposit, Given, Received]).Over(Make.Start, Last);

        (whole.Inflows.Value, whole.Outflows.Value, whole.End.Value).ShouldBe((10_000, 0, 10_000));
        (whole.TimeWeighted.Value, whole.Simple.Value).ShouldBe((0, 0));
    }

    [Fact]
    public void What_was_lost_by_the_exchange_is_an_effect_of_rates_and_a_return_of_that_size()
    {
        var dear = Received with { Amount = 19_000 };

        var whole = HistoryOf([Deposit, Given, dear]).Over(Make.Start, Last);
        var parts = PerformanceBreakdown.Of([Deposit, Given, dear], OneEuroIsTwoDollars, "EUR", Make.Start, Last, out _)!;

        (whole.TimeWeighted.Value, whole.Simple.Value).ShouldBe((-0.05m, -0.05m));
        (parts.Transfers.Value, parts.CurrencyGains.Value, parts.End.Value).ShouldBe((10_000, -500, 9_500));
    }

    [Fact]
    public void The_cash_of_each_currency_and_account_is_what_it_would_be_without_the_name()
    {
        Activity[] history = [Deposit, Given with { Account = "Bank" }, Received];

        var (with, without) = (LedgerOf(history), LedgerOf([.. history.Select(activity => activity with { Exchange = null })]));

        with.Balances.ShouldBe(without.Balances);
        with.Cash.Select(pair => (pair.Key, pair.Value.Balance)).ShouldBe([("EUR", 0m), ("USD", 20_000m)]);
        (with.Cash["USD"].Exchanged, with.Cash["USD"].Contributions, with.Cash["EUR"].Contributions).ShouldBe((20_000m, 0m, 10_000m));
    }

    [Fact]
    public void The_order_of_the_sides_makes_no_difference() =>
        HistoryOf([Deposit, Received with { Sequence = 2 }, Given]).Days.ShouldBe(HistoryOf([Deposit, Given, Received]).Days);

    [Fact]
    public void A_side_without_its_other_is_a_withdrawal_or_a_deposit()
    {
        Activity[][] histories =
        [
            [Deposit, Given],
            [Deposit, Given, Received with { Exchange = "FX 2" }],
            [Deposit, Given, Received with { Date = Given.Date.AddDays(1) }],
            [Deposit, Given, Received with { Currency = "EUR" }],
            [Deposit, Given, Received, Received with { Sequence = 7 }],
            [Deposit, Given, Given with { Sequence = 7, Currency = "USD" }],
        ];

        foreach (var history in histories)
            HistoryOf(history).Days.ShouldBe(HistoryOf([.. history.Select(activity => activity with { Exchange = null })]).Days, string.Join(" | ", history.AsEnumerable()));
    }

    [Fact]
    public void Pence_and_pounds_are_one_currency_and_pence_for_euros_are_an_exchange()
    {
        var pence = Received with { Currency = "GBp" };

        LedgerOf([Deposit, Given with { Currency = "GBP" }, pence]).Cash["GBP"].Exchanged.ShouldBe(0);
        LedgerOf([Deposit, Given, pence]).Cash["GBP"].Exchanged.ShouldBe(200);
    }

    [Fact]
    public void An_exchange_at_the_rate_of_the_day_never_changes_the_value_or_the_return_of_any_day() =>
        Gen.Select(Histories.All, Histories.Markets, Gen.Int[1, Histories.Days - 1], Gen.Int[1, 100_000]).Sample((history, market, day, amount) =>
        {
            var given = Make.Cash(ActivityType.Withdrawal, day, amount) with { Sequence = 1000, Exchange = "at the rate" };
            var received = given with { Type = ActivityType.Deposit, Currency = "USD", Sequence = 1001, Amount = (given.Amount * market.Rates.Rate("EUR", "USD", given.Date).Value) };
            // From its day on the rates stand still: what is held in another currency afterwards would not be worth the same.
            var frozen = market with { Rates = Frozen(market.Rates, given.Date) };

            var (before, after) = (Of(history, frozen), Of([.. history, given, received], frozen));

            foreach (var (one, other) in before.Days.Zip(after.Days.Skip(after.Days.Count - before.Days.Count)))
            {
                (other.Inflow, other.Outflow).ShouldBe((one.Inflow, one.Outflow));
                if (one.Value.Value is { } value)
                    other.Value.Value!.Value.ShouldBe(value, 1e-12m);
            }
        });

    [Theory]
    [InlineData(ActivityType.Withdrawal, "FX 1", true)]
    [InlineData(ActivityType.Deposit, " FX", false)]
    [InlineData(ActivityType.Deposit, "", false)]
    [InlineData(ActivityType.Interest, "FX 1", false)]
    public void Only_withdrawals_and_deposits_have_an_exchange_with_a_name_that_can_be_read(ActivityType type, string name, bool expected) =>
        ActivityRules.Check(Make.Cash(type, 1, 1) with { Exchange = name }, Last).Select(fault => fault.Field).ShouldBe(expected ? [] : ["exchange"]);

    private static PortfolioHistory HistoryOf(IReadOnlyList<Activity> history) => Of(history, OneEuroIsTwoDollars);

    private static PortfolioHistory Of(IReadOnlyList<Activity> history, MarketData market) => PortfolioHistory.Of(history, market, "EUR", Last > Histories.Last ? Last : Histories.Last, out _)!;

    private static Ledger LedgerOf(IReadOnlyList<Activity> history) => Ledger.Replay(history, new ReplayOptions { Currency = "EUR", Rates = OneEuroIsTwoDollars.Rates }, out _)!;

    private static MarketData Rate(decimal perEuro) => new(
        new Dictionary<string, PriceSeries>(), new ExchangeRateTable("EUR", [KeyValuePair.Create<string, IEnumerable<KeyValuePair<DateOnly, decimal>>>("USD", [KeyValuePair.Create(Make.Start, perEuro)])]));

    private static ExchangeRateTable Frozen(IExchangeRates rates, DateOnly day) => new("EUR",
    [
        KeyValuePair.Create("USD", Enumerable.Range(0, day.DayNumber - Make.Start.DayNumber + 1).Select(i => Make.Start.AddDays(i)).Select(one => KeyValuePair.Create(one, rates.Rate("EUR", "USD", one).Value!.Value))),
    ]);
}
