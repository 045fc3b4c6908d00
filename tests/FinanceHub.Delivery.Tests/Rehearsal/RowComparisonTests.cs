using FinanceHub.Delivery.Rehearsal;

namespace FinanceHub.Delivery.Tests.Rehearsal;

public sealed class RowComparisonTests
{
    private static readonly Dictionary<string, int> Before = new() { ["users"] = 1, ["alerts"] = 0 };

    [Fact]
    public void The_same_rows_are_no_loss_and_neither_is_a_table_that_only_the_newer_schema_has()
    {
        RowComparison.Lost(Before, Before).ShouldBeEmpty();
        RowComparison.Lost(Before, new Dictionary<string, int>(Before) { ["goals"] = 0 }).ShouldBeEmpty();
        RowComparison.Lost(Before, new Dictionary<string, int>(Before) { ["goals"] = 4 }).ShouldBeEmpty();
    }

    [Fact]
    public void Fewer_or_more_rows_are_told_and_so_is_a_table_that_is_gone_even_an_empty_one()
    {
        RowComparison.Lost(Before, new Dictionary<string, int> { ["users"] = 0, ["alerts"] = 2 }).ShouldBe(["users: 1 before, 0 after", "alerts: 0 before, 2 after"]);
        RowComparison.Lost(Before, new Dictionary<string, int> { ["users"] = 1 }).ShouldBe(["alerts: 0 before, no such table after"]);
    }
}
