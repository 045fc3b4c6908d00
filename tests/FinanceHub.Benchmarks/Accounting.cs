using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Valuations;
using Activity = FinanceHub.Domain.Activities.Activity;

namespace FinanceHub.Benchmarks;

/// <summary>Holdings, lots and all returns of a portfolio of 20 years, from 1,000 to 1,000,000 activities; one thread.</summary>
internal static class Accounting
{
    private const int Years = 20;
    private const int Instruments = 60;
    private static readonly DateOnly First = new(2006, 1, 2);
    private static readonly DateOnly Last = First.AddYears(Years);
    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public static void Measure(Table table)
    {
        var market = Market();
        foreach (var count in Sizes)
        {
            var activities = Activities(count);
            for (var run = 0; run < (count > 1_000 ? 1 : 40); run++)
                Compute(activities, market); // compiles, and optimises what is hot; not measured
            var runs = Enumerable.Range(0, count > 100_000 ? 5 : 21).Select(_ => Run(activities, market)).ToList();
            table.Add(
                string.Create(CultureInfo.InvariantCulture, $"{count:N0} activities: holdings, lots, returns"),
                [.. runs.Select(run => run.Time)],
                string.Create(CultureInfo.InvariantCulture, $"{runs[^1].Allocated / 1e6:F1} MB allocated, {runs[^1].Kept / 1e6:F1} MB kept"),
                count == 100_000 ? Limit.P95(TimeSpan.FromSeconds(1)) : null);
        }
    }

    // A method of its own, or the result of the run before would still be alive at the first reading.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (TimeSpan Time, long Allocated, long Kept) Run(IReadOnlyList<Activity> activities, MarketData market)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var result = Compute(activities, market);
        var (time, allocated) = (clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - started);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(result);
        return (time, allocated, kept);
    }

    private static object Compute(IReadOnlyList<Activity> activities, MarketData market)
    {
        var history = PortfolioHistory.Of(activities, market, "EUR", Last, out var fault) ?? throw new InvalidOperationException(fault!.Message);
        var performance = history.Over(First.AddDays(-1), Last);
        var quotes = market.Prices.ToDictionary(pair => pair.Key, pair => pair.Value.At(Last)!);
        var valuation = PortfolioValuation.Of(history.Ledger, "EUR", quotes, market.Rates, Last);
        var lots = history.Ledger.Positions.Values.Sum(position => position.Lots.Count());
        Figure[] figures = [performance.TimeWeighted, performance.MoneyWeighted, performance.ModifiedDietz, performance.Simple, performance.Volatility, valuation.NetWorth];
        if (lots == 0 || figures.Any(figure => figure.Value is null))
            throw new InvalidOperationException($"Expected lots and every figure, found {lots} lots and {string.Join(", ", figures)}.");
        return (history, performance, valuation);
    }

    // Of ten activities six purchases, two sales, a dividend and a deposit, in two currencies; each instrument splits twice.
    private static List<Activity> Activities(int count)
    {
        var random = new Random(1);
        var held = new int[Instruments];
        var activities = new List<Activity>(count) { Cash(0, First, ActivityType.Deposit, 1_000_000_000) };
        var days = Last.DayNumber - First.DayNumber;
        for (var i = 1; i < count; i++)
        {
            var (date, instrument) = (First.AddDays((int)((long)i * days / count)), i % Instruments);
            var units = random.Next(1, 100);
            var kind = random.Next(10);
            if (i / Instruments == count / Instruments / 3 || i / Instruments == count / Instruments * 2 / 3)
            {
                activities.Add(Of(i, date, ActivityType.Split, instrument) with { Numerator = 2, Denominator = 1 });
                held[instrument] *= 2;
            }
            else if (kind < 6 || (kind < 8 && held[instrument] < units))
            {
                activities.Add(Of(i, date, ActivityType.Buy, instrument) with { Quantity = units, UnitPrice = random.Next(1000, 20_000) / 100m, Fee = 1.5m });
                held[instrument] += units;
            }
            else if (kind < 8)
            {
                activities.Add(Of(i, date, ActivityType.Sell, instrument) with { Quantity = units, UnitPrice = random.Next(1000, 20_000) / 100m, Fee = 1.5m });
                held[instrument] -= units;
            }
            else
            {
                activities.Add(kind == 8 ? Of(i, date, ActivityType.Dividend, instrument) with { Amount = units, Tax = units / 4m } : Cash(i, date, ActivityType.Deposit, units * 100));
            }
        }

        return activities;
    }

    private static MarketData Market()
    {
        var random = new Random(2);
        return new MarketData(
            Enumerable.Range(0, Instruments).ToDictionary(Symbol, i => new PriceSeries(Symbol(i), Currency(i), PriceBasis.SplitAdjusted, Walk(random, 50))),
            new ExchangeRateTable("EUR", [new("USD", Walk(random, 1.1m))]));
    }

    private static List<KeyValuePair<DateOnly, decimal>> Walk(Random random, decimal level)
    {
        var values = new List<KeyValuePair<DateOnly, decimal>>();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            level = Math.Max(0.0001m, decimal.Round(level * (1 + (random.Next(-100, 103) / 10_000m)), 4));
            values.Add(KeyValuePair.Create(day, level));
        }

        return values;
    }

    private static Activity Of(int sequence, DateOnly date, ActivityType type, int instrument) =>
        new() { Sequence = sequence, Date = date, Type = type, Currency = Currency(instrument), Symbol = Symbol(instrument) };

    private static Activity Cash(int sequence, DateOnly date, ActivityType type, decimal amount) =>
        new() { Sequence = sequence, Date = date, Type = type, Currency = "EUR", Amount = amount };

    private static string Symbol(int instrument) => string.Create(CultureInfo.InvariantCulture, $"S{instrument:D2}");

    private static string Currency(int instrument) => instrument % 3 == 0 ? "USD" : "EUR";
}
