using CsCheck;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Returns;

/// <summary>What holds for the returns of every portfolio.</summary>
public sealed class ReturnInvariantTests
{
    private static readonly Gen<int[]> Prices = Gen.Int[5_000, 20_000].Array[31];

    [Fact]
    public void The_time_weighted_return_is_unaffected_by_deposits_and_withdrawals_valued_on_the_day() =>
        Gen.Select(Prices, Gen.Int[-50, 50].Array[29]).Sample((prices, moves) =>
        {
            var history = new List<Activity> { Make.Cash(ActivityType.Deposit, 0, 1000 * prices[0] / 100m), Make.Buy(0, 1000, prices[0] / 100m) };
            for (var day = 1; day < moves.Length; day++)
            {
                // In at the start of the day, at the price of the evening before; out at its end.
                var (units, price) = ((decimal)Math.Abs(moves[day]), (moves[day] > 0 ? prices[day - 1] : prices[day]) / 100m);
                if (moves[day] > 0)
                    history.AddRange([Make.Cash(ActivityType.Deposit, day, units * price), Make.Buy(day, units, price)]);
                else if (units > 0 && history.Sum(Units) > units)
                    history.AddRange([Make.Sell(day, units, price), Make.Cash(ActivityType.Withdrawal, day, units * price)]);
            }

            var performance = Over(Numbered(history), Market(prices), 30);

            performance.TimeWeighted.Value!.Value.ShouldBe(((decimal)prices[30] / prices[0]) - 1, 1e-20m);
        });

    [Fact]
    public void Without_flows_every_method_that_is_not_per_year_says_the_same() => Prices.Sample(prices =>
    {
        Activity[] history = [Make.Cash(ActivityType.Deposit, 0, 10 * prices[0] / 100m), Make.Buy(0, 10, prices[0] / 100m)];
        var expected = ((decimal)prices[30] / prices[0]) - 1;

        var performance = PortfolioHistory.Of(Numbered(history), Market(prices), "EUR", Make.Start.AddDays(30), out _)!.Over(Make.Start, Make.Start.AddDays(30));

        performance.TimeWeighted.Value!.Value.ShouldBe(expected, 1e-20m);
        performance.ModifiedDietz.Value!.Value.ShouldBe(expected, 1e-20m);
        performance.Simple.Value!.Value.ShouldBe(expected, 1e-20m);
        ((double)performance.MoneyWeighted.Value!.Value).ShouldBe(Math.Pow(1 + (double)expected, 365 / 30d) - 1, 1e-9 * (1 + Math.Pow(1 + (double)expected, 365 / 30d)));
    });

    [Fact]
    public void Flows_that_grow_at_a_rate_have_that_rate() =>
        Gen.Select(Gen.Int[1, 10_000].List[1, 30], Gen.Int[1, 400].List[30, 30], Gen.Double[-0.95, 5]).Sample((amounts, gaps, rate) =>
        {
            var flows = new List<CashFlow>();
            var (day, balance) = (0, 0d);
            foreach (var (amount, gap) in amounts.Zip(gaps))
            {
                flows.Add(new CashFlow(Make.Start.AddDays(day), -amount));
                balance = (balance + amount) * Math.Pow(1 + rate, gap / 365d);
                day += gap;
            }

            flows.Add(new CashFlow(Make.Start.AddDays(day), (decimal)balance));
            if (flows[^1].Amount == 0)
                return;

            ((double)MoneyWeighted.Xirr(flows).Value!.Value).ShouldBe(rate, 1e-8);
        });

    [Fact]
    public void A_money_weighted_return_is_the_only_rate_that_solves_the_equation() =>
        Gen.Select(Gen.Int[-1000, 1000].List[2, 8], Gen.Int[30, 700].List[8, 8]).Sample((amounts, gaps) =>
        {
            var days = gaps.Take(amounts.Count - 1).Aggregate(new List<int> { 0 }, (all, gap) => [.. all, all[^1] + gap]);

            var rate = MoneyWeighted.Xirr(amounts.Zip(days, (amount, day) => new CashFlow(Make.Start.AddDays(day), amount)));

            // Crossings on a grid are roots without doubt; a grid can overlook roots but not invent them.
            var grid = Enumerable.Range(-3000, 6001).Select(i => Present(i / 500d)).ToList();
            var crossings = grid.Zip(grid.Skip(1)).Count(pair => pair.First > 0 != pair.Second > 0);
            // Nearer to −1 the 15 digits of the rate leave too few of 1 + r to put back into the equation.
            if (rate.Value is > -0.9999m and var known)
                Math.Abs(Present(Math.Log(1 + (double)known))).ShouldBeLessThan(1e-6 * amounts.Select((amount, i) => Math.Abs(amount) * Math.Exp(-Math.Log(1 + (double)known) * days[i] / 365)).Sum());
            if (rate.Value is not null)
                crossings.ShouldBeLessThanOrEqualTo(1);
            else if (crossings == 1)
                rate.Reason!.ShouldStartWith("More than one rate");

            double Present(double u) => amounts.Select((amount, i) => amount * Math.Exp(-u * days[i] / 365)).Sum();
        });

    [Fact]
    public void Returns_are_of_any_range_and_those_of_two_parts_make_that_of_the_whole() =>
        Gen.Select(Histories.All, Histories.Markets, Gen.Int[1, Histories.Days - 1]).Sample((history, market, middle) =>
        {
            var days = PortfolioHistory.Of(history, market, "EUR", Histories.Last, out _)!;
            var split = Make.Start.AddDays(middle);
            if (split < days.Days[0].Date)
                return;

            var whole = days.Over(Make.Start, Histories.Last);
            var (one, other) = (days.Over(Make.Start, split), days.Over(split, Histories.Last));

            (one.Gain + other.Gain).Value!.Value.ShouldBe(whole.Gain.Value!.Value, 1e-6m);
            other.Start.ShouldBe(one.End);
            if (whole.TimeWeighted.Value is { } linked)
                ((1 + one.TimeWeighted.Value!.Value) * (1 + other.TimeWeighted.Value!.Value)).ShouldBe(1 + linked, 1e-9m * Math.Max(1, Math.Abs(linked)));
        });

    private static decimal Units(Activity activity) => activity.Type switch
    {
        ActivityType.Buy => activity.Quantity!.Value,
        ActivityType.Sell => -activity.Quantity!.Value,
        _ => 0,
    };

    private static IEnumerable<Activity> Numbered(IEnumerable<Activity> history) => history.Select((activity, index) => activity with { Sequence = index });

    private static Performance Over(IEnumerable<Activity> history, MarketData market, int days) =>
        PortfolioHistory.Of(history, market, "EUR", Make.Start.AddDays(days), out _)!.Over(Make.Start.AddDays(-1), Make.Start.AddDays(days));

    private static MarketData Market(int[] prices) => new(
        new Dictionary<string, PriceSeries>
        {
            [Make.Symbol] = new(Make.Symbol, "EUR", PriceBasis.Raw, prices.Select((price, day) => KeyValuePair.Create(Make.Start.AddDays(day), price / 100m))),
        },
        ExchangeRateTable.None);
}
