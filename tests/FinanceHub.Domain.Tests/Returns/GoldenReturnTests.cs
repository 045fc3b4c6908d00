using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Tests.Activities;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Tests.Returns;

/// <summary>Known answers, as data: Golden/returns.json.</summary>
public sealed class GoldenReturnTests
{
    private static readonly Known All = Golden.Read<Known>("returns.json");

    public static TheoryData<string> Rates => [.. All.MoneyWeighted.Select(one => one.Name)];

    public static TheoryData<string> Chains => [.. All.TimeWeighted.Select(one => one.Name)];

    public static TheoryData<string> Months => [.. All.ModifiedDietz.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Rates))]
    public void The_money_weighted_return_is_the_known_one(string name)
    {
        var known = All.MoneyWeighted.Single(one => one.Name == name);

        var rate = MoneyWeighted.Xirr(known.Flows.Select(flow => new CashFlow(flow.Date, flow.Amount)));

        rate.Reason.ShouldBe(known.Reason);
        if (known.Rate is { } expected)
            rate.Value!.Value.ShouldBe(expected, known.Tolerance ?? 1e-8m);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void The_time_weighted_return_is_the_known_one_day_by_day_and_linked(string name)
    {
        var known = All.TimeWeighted.Single(one => one.Name == name);
        var days = known.Days.Select((day, index) => new DailyValue(Make.Start.AddDays(index), Figure.Of(day.Value), Figure.Of(day.Inflow), Figure.Of(day.Outflow))).ToList();

        var before = Figure.Of(known.Start);
        foreach (var (day, expected) in days.Zip(known.Days))
        {
            TimeWeighted.DayReturn(before, day).Value!.Value.ShouldBe(expected.Return, 5e-7m);
            before = day.Value;
        }

        TimeWeighted.Linked(Figure.Of(known.Start), days).Value!.Value.ShouldBe(known.Linked, 5e-8m);
    }

    [Theory]
    [MemberData(nameof(Months))]
    public void The_modified_Dietz_return_is_the_known_one(string name)
    {
        var known = All.ModifiedDietz.Single(one => one.Name == name);
        var flows = known.Flows.Select(flow => new CashFlow(Make.Start.AddDays(flow.Day), flow.Amount)).ToList();

        var dietz = ModifiedDietz.Of(Figure.Of(known.Start), Figure.Of(known.End), flows, Make.Start, Make.Start.AddDays(known.Days));

        dietz.Reason.ShouldBe(known.Reason);
        if (known.Return is { } expected)
            dietz.Value!.Value.ShouldBe(expected, 5e-8m);
    }

    private sealed record Known(IReadOnlyList<RateCase> MoneyWeighted, IReadOnlyList<Chain> TimeWeighted, IReadOnlyList<Month> ModifiedDietz);

    private sealed record RateCase(string Name, string Source, IReadOnlyList<Flow> Flows, decimal? Rate, decimal? Tolerance, string? Reason);

    private sealed record Flow(DateOnly Date, decimal Amount);

    private sealed record Chain(string Name, string Source, decimal Start, IReadOnlyList<Day> Days, decimal Linked);

    private sealed record Day(decimal Value, decimal Inflow, decimal Outflow, decimal Return);

    private sealed record Month(string Name, string Source, decimal Start, decimal End, int Days, IReadOnlyList<DatedFlow> Flows, decimal? Return, string? Reason);

    private sealed record DatedFlow(int Day, decimal Amount);
}
