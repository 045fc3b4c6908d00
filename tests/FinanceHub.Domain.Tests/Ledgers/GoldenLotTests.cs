using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;
using FinanceHub.Domain.Tests.Activities;

namespace FinanceHub.Domain.Tests.Ledgers;

/// <summary>Known answers, as data: Golden/lots.json.</summary>
public sealed class GoldenLotTests
{
    private static readonly IReadOnlyList<Case> Cases = Golden.Read<List<Case>>("lots.json");

    public static TheoryData<string> Names => [.. Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lots_and_gains_are_the_known_ones(string name)
    {
        var known = Cases.Single(one => one.Name == name);
        var activities = known.Activities.Select((activity, index) => activity.ToActivity(index));

        var ledger = Ledger.Replay(activities, new ReplayOptions { Method = known.Method ?? CostMethod.Fifo }, out var fault);

        fault.ShouldBeNull();
        var position = ledger!.Positions[Make.Symbol];
        position.Lots.Select(lot => new KnownLot(lot.Quantity, lot.CostBasis, lot.UnitCost)).ShouldBe(known.Lots);
        position.RealisedGain.ShouldBe(known.RealisedGain);
        position.Quantity.ShouldBe(known.Lots.Sum(lot => lot.Quantity));
        position.CostBasis.ShouldBe(known.Lots.Sum(lot => lot.CostBasis));
    }

    private sealed record Case(string Name, string Source, CostMethod? Method, IReadOnlyList<KnownActivity> Activities, IReadOnlyList<KnownLot> Lots, decimal RealisedGain);

    private sealed record KnownLot(decimal Quantity, decimal CostBasis, decimal UnitCost);

    private sealed record KnownActivity(string Type, DateOnly Date, decimal? Quantity, decimal? UnitPrice, decimal Fee, decimal? Amount, decimal Tax, int? Numerator, int? Denominator)
    {
        public Activity ToActivity(int sequence) => new()
        {
            Type = ActivityTypeNames.Find(Type)!.Value,
            Date = Date,
            Sequence = sequence,
            Currency = Make.Currency,
            Symbol = Make.Symbol,
            Quantity = Quantity,
            UnitPrice = UnitPrice,
            Fee = Fee,
            Amount = Amount,
            Tax = Tax,
            Numerator = Numerator,
            Denominator = Denominator,
        };
    }
}
