using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Ledgers;

public sealed class TransferTests
{
    [Fact]
    public void Units_that_move_to_another_account_keep_their_age_and_cost()
    {
        var position = Position(In("A", Make.Buy(1, 10, 100)), In("B", Make.Buy(2, 5, 120)), In("A", Make.TransferUnits(3, 4)) with { ToAccount = "B" });

        position.Lots.Select(lot => (lot.Account, lot.Acquired, lot.Quantity, lot.CostBasis)).ShouldBe(
            [("A", Make.Start.AddDays(1), 6m, 600m), ("B", Make.Start.AddDays(1), 4m, 400m), ("B", Make.Start.AddDays(2), 5m, 600m)]);
        (position.RealisedGain, position.TransferredBasis, position.Quantity, position.CostBasis).ShouldBe((0m, 0m, 15m, 1600m));
    }

    [Fact]
    public void Units_that_moved_are_sold_by_their_age_and_not_by_their_arrival() =>
        Position(In("A", Make.Buy(1, 4, 100)), In("B", Make.Buy(2, 5, 120)), In("A", Make.TransferUnits(3, 4)) with { ToAccount = "B" }, In("B", Make.Sell(4, 4, 130)))
            .RealisedGain.ShouldBe(120);

    [Fact]
    public void A_sale_takes_the_oldest_lots_of_its_own_account() =>
        Position(In("A", Make.Buy(1, 10, 100)), In("B", Make.Buy(2, 10, 120)), In("B", Make.Sell(3, 10, 130))).RealisedGain.ShouldBe(100);

    [Fact]
    public void Another_account_cannot_sell_or_move_what_one_holds()
    {
        var buy = In("A", Make.Buy(1, 10, 100));

        foreach (var wrong in new[] { In("B", Make.Sell(2, 1, 100)), In("B", Make.TransferUnits(2, -1)), In("B", Make.TransferUnits(2, 1)) with { ToAccount = "A" } })
        {
            Ledger.Replay([buy, wrong], out var fault).ShouldBeNull();
            fault.ShouldBe(new Oversell(wrong, 0));
            fault!.Message.ShouldContain("expected at most the 0 held then, found 1");
        }
    }

    [Fact]
    public void A_split_concerns_the_units_of_every_account() =>
        Position(In("A", Make.Buy(1, 10, 100)), In("B", Make.Buy(2, 5, 120)), Make.Split(3, 3, 1)).Accounts
            .ShouldBe([KeyValuePair.Create("A", 30m), KeyValuePair.Create("B", 15m)]);

    [Fact]
    public void Cash_moves_between_accounts_without_being_a_contribution()
    {
        var ledger = Ledger.Replay(
            [In("A", Make.Cash(ActivityType.Deposit, 1, 100)), In("A", Make.TransferCash(2, 30)) with { ToAccount = "B" }, In("B", Make.TransferCash(3, -5)), Make.TransferCash(4, 7)],
            out _)!;

        ledger.Balances.ShouldBe(
            new Dictionary<AccountCurrency, decimal> { [new("A", "EUR")] = 70, [new("B", "EUR")] = 25, [new("", "EUR")] = 7 }, ignoreOrder: true);
        (ledger.Cash["EUR"].Contributions, ledger.Cash["EUR"].Balance).ShouldBe((102m, 102m));
    }

    [Fact]
    public void Average_cost_is_of_each_account()
    {
        Activity[] history = [In("A", Make.Buy(1, 10, 100)), In("A", Make.Buy(2, 10, 200)), In("B", Make.Buy(3, 10, 400)), In("A", Make.Sell(4, 5, 150))];

        var position = Ledger.Replay(history, new ReplayOptions { Method = CostMethod.Average }, out _)!.Positions[Make.Symbol];

        position.Lots.Select(lot => (lot.Account, lot.UnitCost)).ShouldBe([("A", 150m), ("B", 400m)]);
        position.RealisedGain.ShouldBe(0);
    }

    [Fact]
    public void Allocation_tells_accounts_currencies_and_classes_apart_with_the_largest_first()
    {
        var dollars = In("B", Make.Buy(2, 1, 40)) with { Symbol = "HOOLI", Currency = "USD" };
        var ledger = Ledger.Replay([In("A", Make.Buy(1, 3, 10)), In("B", Make.TransferUnits(1, 1, 10)) with { Sequence = 9 }, dollars, Make.Cash(ActivityType.Deposit, 3, 40)], out _)!;
        var quotes = new Dictionary<string, PriceQuote>
        {
            ["ACME"] = new("ACME", Make.Start, 10, "EUR", PriceBasis.Raw),
            ["HOOLI"] = new("HOOLI", Make.Start, 50, "USD", PriceBasis.Raw),
        };
        var rates = new Domain.Currencies.ExchangeRateTable("EUR", [new("USD", [KeyValuePair.Create(Make.Start, 2m)])]);
        var valuation = PortfolioValuation.Of(ledger, "EUR", quotes, rates, Make.Start.AddDays(5));

        var allocation = Allocation.Of(ledger, valuation, new Dictionary<string, AssetClass> { ["ACME"] = AssetClass.Equity }, rates, Make.Start.AddDays(5));

        valuation.NetWorth.ShouldBe(Figure.Of(55)); // 40 of ACME, 25 of HOOLI, 10 EUR and -40 USD of cash
        allocation.ByAssetClass.Select(slice => (slice.Key, slice.Value.Value)).ShouldBe([(AssetClass.Equity, 40m), (AssetClass.Other, 25m), (AssetClass.Cash, -10m)]);
        allocation.ByCurrency.Select(slice => (slice.Key, slice.Value.Value)).ShouldBe([("EUR", 50m), ("USD", 5m)]);
        allocation.ByAccount.Select(slice => (slice.Key, slice.Value.Value)).ShouldBe([("", 40m), ("B", 15m), ("A", 0m)]);
        allocation.ByCurrency[0].Share.Value!.Value.ShouldBe(50m / 55);
    }

    private static Activity In(string account, Activity activity) => activity with { Account = account };

    private static Position Position(params Activity[] history)
    {
        var ledger = Ledger.Replay(history, out var fault);
        fault.ShouldBeNull();
        return ledger!.Positions[Make.Symbol];
    }
}
