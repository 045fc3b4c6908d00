using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;

namespace FinanceHub.Domain.Tests.Ledgers;

public sealed class LedgerTests
{
    [Fact]
    public void Selling_more_than_is_held_is_rejected_and_says_how_much_was_held()
    {
        var sale = Make.Sell(2, 11, 100);

        Ledger.Replay([Make.Buy(1, 10, 100), sale], out var fault).ShouldBeNull();

        fault.ShouldBe(new Oversell(sale, 10));
        fault!.Message.ShouldContain("expected at most the 10 held then, found 11");
        fault.Field.ShouldBe("quantity");
    }

    [Fact]
    public void A_back_dated_sale_that_makes_a_later_one_an_oversell_is_rejected_with_the_later_one()
    {
        var later = Make.Sell(9, 10, 100);

        Ledger.Replay([Make.Buy(1, 10, 100), later, Make.Sell(5, 1, 100)], out var fault).ShouldBeNull();

        fault.ShouldBe(new Oversell(later, 9));
    }

    [Fact]
    public void Activities_of_one_day_count_in_the_order_of_their_sequence()
    {
        var buy = Make.Buy(1, 10, 100);
        var sell = Make.Sell(1, 10, 110);

        Ledger.Replay([sell with { Sequence = 2 }, buy with { Sequence = 1 }], out var fault).ShouldNotBeNull();
        fault.ShouldBeNull();
        Ledger.Replay([sell with { Sequence = 1 }, buy with { Sequence = 2 }], out _).ShouldBeNull();
    }

    [Fact]
    public void An_instrument_is_held_in_one_currency()
    {
        var other = Make.Buy(2, 1, 100) with { Currency = "USD" };

        Ledger.Replay([Make.Buy(1, 1, 100), other], out var fault).ShouldBeNull();

        fault.ShouldBe(new CurrencyMismatch(other, "EUR"));
        fault!.Message.ShouldContain("expected EUR");
    }

    [Fact]
    public void A_position_beyond_what_can_be_counted_is_rejected()
    {
        var split = Make.Split(2, 10_000, 1);

        Ledger.Replay([Make.Buy(1, ActivityRules.Largest, 1), split], out var fault).ShouldBeNull();

        fault.ShouldBe(new PositionTooLarge(split));
        fault!.Field.ShouldBe("numerator");
    }

    [Fact]
    public void A_split_of_what_is_not_held_changes_nothing()
    {
        var ledger = Ledger.Replay([Make.Split(1, 2, 1)], out var fault);

        fault.ShouldBeNull();
        ledger!.Positions.ShouldBeEmpty();
    }

    [Fact]
    public void Cash_tells_contributions_dividends_interest_fees_and_taxes_apart()
    {
        var ledger = Ledger.Replay(
            [
                Make.Cash(ActivityType.Deposit, 1, 1000), Make.Cash(ActivityType.Withdrawal, 2, 100), Make.Buy(3, 5, 100, 1), Make.Sell(4, 1, 120, 2),
                Make.Cash(ActivityType.Dividend, 5, 20, 5), Make.Cash(ActivityType.Interest, 6, 10, 2), Make.Cash(ActivityType.Fee, 7, 3), Make.Cash(ActivityType.Tax, 8, 4),
            ],
            out _)!;

        var cash = ledger.Cash["EUR"];
        (cash.Contributions, cash.Trades, cash.DividendsGross, cash.InterestGross, cash.Fees, cash.Taxes).ShouldBe((900m, -383m, 20m, 10m, 3m, 11m));
        cash.Balance.ShouldBe(533m);
    }

    [Fact]
    public void A_partial_sale_of_the_largest_trade_stays_within_decimal()
    {
        var ledger = Ledger.Replay([Make.Buy(1, 1_000_000_000_000m, 1000), Make.Sell(2, 999_999_999_999m, 1000)], out var fault);

        fault.ShouldBeNull();
        ledger!.Positions[Make.Symbol].CostBasis.ShouldBe(1000m, 0.001m);
    }
}
