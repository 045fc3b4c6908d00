using CsCheck;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Ledgers;

/// <summary>What holds for every history, tried on many.</summary>
public sealed class LedgerInvariantTests
{
    private static readonly Gen<decimal> Quantity = Gen.Int[1, 100_000].Select(value => value / 100m);
    private static readonly Gen<decimal> Price = Gen.Int[0, 1_000_000].Select(value => value / 1000m);
    private static readonly Gen<decimal> Money = Gen.Int[1, 1_000_000].Select(value => value / 100m);

    /// <summary>A day's activity; a sale is a share of what is held then, so that it never oversells.</summary>
    private static readonly Gen<(int Kind, decimal Quantity, decimal Price, decimal Money, int Share, int Numerator, int Denominator)> Step =
        Gen.Select(Gen.Int[0, 8], Quantity, Price, Money, Gen.Int[1, 100], Gen.Int[1, 20], Gen.Int[1, 20]);

    private static readonly Gen<IReadOnlyList<Activity>> History = Step.List[1, 40].Select(IReadOnlyList<Activity> (steps) =>
    {
        var activities = new List<Activity>();
        foreach (var step in steps)
        {
            var day = activities.Count + 1;
            var held = Ledger.Replay(activities, out _)!.Positions.GetValueOrDefault(Make.Symbol)?.Quantity ?? 0;
            var share = decimal.Round(held * step.Share / 100, Precision.Decimals, MidpointRounding.ToZero);
            activities.Add(step.Kind switch
            {
                0 or 1 => Make.Buy(day, step.Quantity, step.Price, step.Money / 100),
                2 or 3 when share > 0 => Make.Sell(day, share, step.Price, step.Money / 100),
                4 when step.Numerator != step.Denominator => Make.Split(day, step.Numerator, step.Denominator),
                5 => Make.Cash(ActivityType.Dividend, day, step.Money, step.Money / 4),
                6 => Make.Cash(ActivityType.Interest, day, step.Money, step.Money / 4),
                7 => Make.Cash(ActivityType.Fee, day, step.Money),
                8 => Make.Cash(ActivityType.Withdrawal, day, step.Money),
                _ => Make.Cash(ActivityType.Deposit, day, step.Money),
            });
        }

        return activities;
    });

    [Fact]
    public void The_lots_sum_up_to_the_holdings_and_their_bases_to_the_cost() => History.Sample(history =>
    {
        foreach (var position in Replay(history).Positions.Values)
        {
            position.Lots.Sum(lot => lot.Quantity).ShouldBe(position.Quantity);
            position.Lots.Sum(lot => lot.CostBasis).ShouldBe(position.CostBasis);
            position.Quantity.ShouldBeGreaterThanOrEqualTo(0);
        }
    });

    [Fact]
    public void Contributions_gains_and_earnings_less_fees_and_taxes_are_what_there_is() => Gen.Select(History, Price).Sample((history, price) =>
    {
        var ledger = Replay(history);
        var position = ledger.Positions.GetValueOrDefault(Make.Symbol);
        var cash = ledger.Cash.GetValueOrDefault(Make.Currency) ?? new CashAccount();
        var value = (position?.Quantity ?? 0) * price;
        var unrealised = value - (position?.CostBasis ?? 0);

        var explained = cash.Contributions + (position?.RealisedGain ?? 0) + unrealised + cash.DividendsGross + cash.InterestGross - cash.Fees - cash.Taxes;

        explained.ShouldBe(cash.Balance + value, 1e-9m);
    });

    [Fact]
    public void A_split_changes_no_value_neither_before_nor_after_its_day_has_a_price() =>
        Gen.Select(History, Price, Gen.Int[1, 20], Gen.Int[21, 40]).Sample((history, price, numerator, denominator) =>
        {
            var before = Replay(history);
            var last = history.Count + 1;
            var after = Replay([.. history, Make.Split(last, numerator, denominator)]);
            if (!before.Positions.TryGetValue(Make.Symbol, out var held))
                return;

            var day = Make.Start.AddDays(history.Count);
            var value = HoldingValuation.Of(held, Quote(day, price)).MarketValue.Value;
            var split = after.Positions[Make.Symbol];
            HoldingValuation.Of(split, Quote(day, price)).MarketValue.Value!.Value.ShouldBe(value!.Value, 1e-6m);
            HoldingValuation.Of(split, Quote(day.AddDays(1), price * denominator / numerator)).MarketValue.Value!.Value.ShouldBe(value.Value, 1e-6m);
            split.CostBasis.ShouldBe(held.CostBasis);
        });

    [Fact]
    public void The_order_in_which_activities_are_entered_does_not_matter() => Gen.Select(History, Gen.Int).Sample((history, seed) =>
    {
        var shuffled = history.OrderBy(activity => HashCode.Combine(seed, activity.Sequence)).ToList();

        var (one, other) = (Replay(history), Replay(shuffled));

        other.Positions.Values.Select(position => (position.Quantity, position.CostBasis, position.RealisedGain))
            .ShouldBe(one.Positions.Values.Select(position => (position.Quantity, position.CostBasis, position.RealisedGain)));
        other.Cash.Values.Select(cash => cash.Balance).ShouldBe(one.Cash.Values.Select(cash => cash.Balance));
    });

    [Fact]
    public void One_unit_more_than_is_held_is_always_an_oversell() => History.Sample(history =>
    {
        var held = Replay(history).Positions.GetValueOrDefault(Make.Symbol)?.Quantity ?? 0;

        Ledger.Replay([.. history, Make.Sell(history.Count + 1, held + 1, 1)], out var fault).ShouldBeNull();

        fault.ShouldBeOfType<Oversell>().Held.ShouldBe(held);
    });

    private static Ledger Replay(IEnumerable<Activity> history)
    {
        var ledger = Ledger.Replay(history, out var fault);
        fault.ShouldBeNull();
        return ledger!;
    }

    private static PriceQuote Quote(DateOnly day, decimal price) => new(Make.Symbol, day, price, Make.Currency, PriceBasis.Raw);
}
