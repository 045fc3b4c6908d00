using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Domain.Returns;

namespace FinanceHub.Domain.Tests.Returns;

/// <summary>Known answers, as data: Golden/returns.json.</summary>
public sealed class GoldenReturnTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly Cases Known =
        JsonSerializer.Deserialize<Cases>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "returns.json")), Json)!;

    public static TheoryData<string> MoneyWeightedNames => [.. Known.MoneyWeighted.Select(one => one.Name)];

    public static TheoryData<string> TimeWeightedNames => [.. Known.TimeWeighted.Select(one => one.Name)];

    public static TheoryData<string> DietzNames => [.. Known.ModifiedDietz.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(MoneyWeightedNames))]
    public void The_money_weighted_return_is_the_known_one(string name)
    {
        var known = Known.MoneyWeighted.Single(one => one.Name == name);

        var rate = MoneyWeightedReturn.Of(known.Flows.Select(flow => new CashFlow(flow.Key, flow.Value)));

        rate.Value!.Value.ShouldBe(known.Expected, tolerance: 1e-8m);
    }

    [Theory]
    [MemberData(nameof(TimeWeightedNames))]
    public void The_time_weighted_return_is_the_known_one(string name)
    {
        var known = Known.TimeWeighted.Single(one => one.Name == name);

        var index = TimeWeightedReturn.Index(known.Series);

        index.Count.ShouldBe(known.Index.Count);
        index.Zip(known.Index).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6m);
        TimeWeightedReturn.Of(known.Series).Value!.Value.ShouldBe(known.Expected, tolerance: 1e-6m);
    }

    [Theory]
    [MemberData(nameof(DietzNames))]
    public void The_modified_Dietz_return_is_the_known_one(string name)
    {
        var known = Known.ModifiedDietz.Single(one => one.Name == name);
        var start = new DateOnly(2024, 1, 1);

        var rate = ModifiedDietz.Of(start, known.StartValue, start.AddDays(known.Days), known.EndValue,
            known.Flows.Select(flow => new CashFlow(start.AddDays(int.Parse(flow.Key, CultureInfo.InvariantCulture)), flow.Value)));

        rate.Value!.Value.ShouldBe(known.Expected, tolerance: 1e-7m);
    }

    private sealed record Cases(IReadOnlyList<MoneyWeightedCase> MoneyWeighted, IReadOnlyList<TimeWeightedCase> TimeWeighted, IReadOnlyList<DietzCase> ModifiedDietz);

    private sealed record MoneyWeightedCase(string Name, string Source, IReadOnlyDictionary<DateOnly, decimal> Flows, decimal Expected);

    private sealed record TimeWeightedCase(string Name, string Source, IReadOnlyList<DailyValue> Series, IReadOnlyList<decimal> Index, decimal Expected);

    private sealed record DietzCase(string Name, string Source, decimal StartValue, decimal EndValue, int Days, IReadOnlyDictionary<string, decimal> Flows, decimal Expected);
}
