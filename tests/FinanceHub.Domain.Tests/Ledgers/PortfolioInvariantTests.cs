using CsCheck;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Ledgers;

/// <summary>What holds for every portfolio of several instruments, currencies and accounts.</summary>
public sealed class PortfolioInvariantTests
{
    private static readonly Gen<CostMethod> Methods = Gen.Bool.Select(fifo => fifo ? CostMethod.Fifo : CostMethod.Average);
    private static readonly Gen<int> Day = Gen.Int[0, Histories.Days];

    [Fact]
    public void Every_history_consists_of_activities_without_a_fault() => Histories.All.Sample(history =>
    {
        foreach (var activity in history)
            ActivityRules.Check(activity, Histories.Last).ShouldBeEmpty(activity.ToString());
    });

    [Fact]
    public void Start_and_transfers_and_gains_and_earnings_less_fees_and_taxes_and_currency_gains_are_the_end() =>
        Gen.Select(Histories.All, Histories.Markets, Day, Day).Sample((history, market, one, other) =>
        {
            var (from, to) = (Make.Start.AddDays(Math.Min(one, other)), Make.Start.AddDays(Math.Max(one, other)));

            var parts = PerformanceBreakdown.Of(history, market, "EUR", from, to, out _)!;

            var explained = parts.Start + parts.Transfers + parts.CapitalGains + parts.Earnings - parts.Fees - parts.Taxes + parts.CurrencyGains;
            explained.Value!.Value.ShouldBe(parts.End.Value!.Value, 1e-6m);
        });

    [Fact]
    public void The_breakdown_and_the_daily_values_tell_the_same_story() =>
        Gen.Select(Histories.All, Histories.Markets, Day, Day).Sample((history, market, one, other) =>
        {
            var days = PortfolioHistory.Of(history, market, "EUR", Histories.Last, out _)!;
            var first = history[0].Date.DayNumber - Make.Start.DayNumber;
            var (low, high) = (Math.Max(first - 1, Math.Min(one, other)), Math.Max(first, Math.Max(one, other)));
            if (low >= high)
                return;

            var performance = days.Over(Make.Start.AddDays(low), Make.Start.AddDays(high));
            var parts = PerformanceBreakdown.Of(history, market, "EUR", Make.Start.AddDays(low), Make.Start.AddDays(high), out _)!;

            performance.Start.Value!.Value.ShouldBe(parts.Start.Value!.Value, 1e-6m);
            performance.End.Value!.Value.ShouldBe(parts.End.Value!.Value, 1e-6m);
            (performance.Inflows - performance.Outflows).Value!.Value.ShouldBe(parts.Transfers.Value!.Value, 1e-6m);
        });

    [Fact]
    public void The_lots_sum_up_to_the_holdings_of_every_account_and_the_balances_to_the_cash() => Gen.Select(Histories.All, Methods).Sample((history, method) =>
    {
        var ledger = Replay(history, new ReplayOptions { Method = method });

        foreach (var position in ledger.Positions.Values)
        {
            position.Lots.Sum(lot => lot.Quantity).ShouldBe(position.Quantity);
            position.Lots.Sum(lot => lot.CostBasis).ShouldBe(position.CostBasis);
            position.Lots.ShouldAllBe(lot => lot.Quantity > 0 && lot.CostBasis >= 0);
            position.Lots.Select(lot => lot.Acquired).ShouldBeInOrder();
            position.Accounts.ShouldBe(position.Lots.GroupBy(lot => lot.Account).Select(lots => KeyValuePair.Create(lots.Key, lots.Sum(lot => lot.Quantity))), ignoreOrder: true);
        }

        foreach (var (currency, cash) in ledger.Cash)
            ledger.Balances.Where(pair => pair.Key.Currency == currency).Sum(pair => pair.Value).ShouldBe(cash.Balance, 1e-9m);
    });

    [Fact]
    public void The_gain_of_what_is_wholly_sold_is_the_same_under_FIFO_and_average() =>
        Gen.Select(Histories.All, Histories.Markets, Gen.Int[0, 1000]).Sample((history, market, price) =>
        {
            // Units that left unsold took a basis along that depends on the method: they are not a closed position.
            var sold = Histories.Closed([.. history.Where(one => one is not { Type: ActivityType.Transfer, Quantity: < 0 })], price);
            var options = new ReplayOptions { Currency = "EUR", Rates = market.Rates };
            if (Ledger.Replay(sold, options, out _) is not { } fifo)
                return;
            var average = Replay(sold, options with { Method = CostMethod.Average });

            foreach (var (symbol, position) in fifo.Positions)
            {
                position.Quantity.ShouldBe(0);
                position.CostBasis.ShouldBe(0);
                average.Positions[symbol].RealisedGain.ShouldBe(position.RealisedGain, 1e-8m);
                average.Positions[symbol].RealisedEffects.Total.Value!.Value.ShouldBe(position.RealisedEffects.Total.Value!.Value, 1e-8m);
            }
        });

    [Fact]
    public void The_price_effect_and_the_currency_effect_add_up_exactly_to_the_gain() =>
        Gen.Select(Histories.All, Histories.Markets, Methods).Sample((history, market, method) =>
        {
            var ledger = Replay(history, new ReplayOptions { Currency = "EUR", Rates = market.Rates, Method = method });
            var quotes = market.Prices.ToDictionary(pair => pair.Key, pair => pair.Value.At(Histories.Last)!);

            foreach (var holding in PortfolioValuation.Of(ledger, "EUR", quotes, market.Rates, Histories.Last).Holdings)
            {
                holding.UnrealisedEffects.Total.ShouldBe(holding.ReportingValue - holding.Position.ReportingCost);
                if (holding.Position.Currency == "EUR")
                    holding.UnrealisedEffects.ShouldBe(new Gain(holding.UnrealisedGain, Figure.Of(0)), "its own currency has no effect");
            }
        });

    [Fact]
    public void A_split_on_any_day_changes_no_value_on_any_day() =>
        Gen.Select(Histories.All, Histories.Markets, Day, Gen.Int[1, 12], Gen.Int[13, 24]).Sample((history, market, day, numerator, denominator) =>
        {
            // First of the day, so that what happens on it is counted in the new units, as the prices from it on are.
            var date = Make.Start.AddDays(day);
            var split = Make.Split(day, denominator, numerator) with { Sequence = -1 };
            var after = history.Select(one => one.Symbol == Make.Symbol && one.Date >= date
                ? one with { Quantity = Restated(one.Quantity, denominator, numerator), UnitPrice = one.UnitPrice * numerator / denominator }
                : one);
            var quotes = Enumerable.Range(0, Histories.Days + 1).Select(i => Make.Start.AddDays(i))
                .Select(one => KeyValuePair.Create(one, market.Prices[Make.Symbol].At(one)!.Price * (one >= date ? (decimal)numerator / denominator : 1)));
            var prices = new Dictionary<string, PriceSeries>(market.Prices) { [Make.Symbol] = new(Make.Symbol, "EUR", PriceBasis.Raw, quotes) };

            var before = PortfolioHistory.Of(history, market, "EUR", Histories.Last, out _)!;
            // Units restated to 12 decimals can be a hair less than what a sale of all of them asks for.
            if (PortfolioHistory.Of([split, .. after], market with { Prices = prices }, "EUR", Histories.Last, out var fault) is not { } changed)
            {
                var oversell = fault.ShouldBeOfType<Oversell>();
                Math.Abs(oversell.Activity.Quantity!.Value).ShouldBe(oversell.Held, 1e-9m);
                return;
            }

            foreach (var (one, other) in before.Days.Zip(changed.Days.SkipWhile(one => one.Date < before.Days[0].Date)))
                other.Value.Value!.Value.ShouldBe(one.Value.Value!.Value, 1e-4m);
        });

    [Fact]
    public void A_split_adjusted_series_values_every_day_as_the_raw_one_does() => Gen.Select(Histories.All, Histories.Markets).Sample((history, market) =>
    {
        var splits = history.Where(one => one.Type == ActivityType.Split).ToList();
        var adjusted = market.Prices.Values.Select(series => new PriceSeries(
            series.Symbol,
            series.Currency,
            PriceBasis.SplitAdjusted,
            Enumerable.Range(0, Histories.Days + 2).Select(i => Make.Start.AddDays(i)).Select(day => KeyValuePair.Create(day, splits
                .Where(split => split.Symbol == series.Symbol && split.Date > day)
                .Aggregate(series.At(day)!.Price, (price, split) => price * split.Denominator!.Value / split.Numerator!.Value)))));

        var raw = PortfolioHistory.Of(history, market, "EUR", Histories.Last, out _)!;
        var other = PortfolioHistory.Of(history, market with { Prices = adjusted.ToDictionary(one => one.Symbol) }, "EUR", Histories.Last, out _)!;

        foreach (var (one, two) in raw.Days.Zip(other.Days))
            two.Value.Value!.Value.ShouldBe(one.Value.Value!.Value, 1e-4m);
    });

    [Fact]
    public void The_shares_of_every_allocation_add_up_to_the_whole() => Gen.Select(Histories.All, Histories.Markets).Sample((history, market) =>
    {
        var ledger = Replay(history, new ReplayOptions());
        var quotes = market.Prices.ToDictionary(pair => pair.Key, pair => pair.Value.At(Histories.Last)!);
        var valuation = PortfolioValuation.Of(ledger, "EUR", quotes, market.Rates, Histories.Last);

        var allocation = Allocation.Of(ledger, valuation, new Dictionary<string, AssetClass> { ["ACME"] = AssetClass.Equity }, market.Rates, Histories.Last);

        Check(allocation.ByAssetClass);
        Check(allocation.ByCurrency);
        Check(allocation.ByAccount);

        void Check<TKey>(IReadOnlyList<AllocationSlice<TKey>> slices)
        {
            slices.Sum(slice => slice.Value.Value!.Value).ShouldBe(valuation.NetWorth.Value!.Value, 1e-8m);
            if (valuation.NetWorth.Value > 1e-6m)
                slices.Sum(slice => slice.Share.Value!.Value).ShouldBe(1, 1e-12m);
            else
                slices.ShouldAllBe(slice => slice.Share.Value == null);
        }
    });

    private static decimal? Restated(decimal? quantity, int numerator, int denominator) => quantity is { } units
        ? decimal.Round(units * numerator / denominator, Precision.Decimals)
        : null;

    private static Ledger Replay(IEnumerable<Activity> history, ReplayOptions options)
    {
        var ledger = Ledger.Replay(history, options, out var fault);
        fault.ShouldBeNull();
        return ledger!;
    }
}
