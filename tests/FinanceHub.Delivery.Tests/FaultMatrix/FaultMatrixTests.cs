using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>Every fault of the table, played under traffic. What was found is in artifacts/fault-matrix.md.</summary>
[TestCaseOrderer(typeof(TableOrder))]
public sealed class FaultMatrixTests(FaultMatrixFixture fixture) : IClassFixture<FaultMatrixFixture>
{
    private const int DiskMebibytes = 192;

    public static TheoryData<string> Faults => [.. FaultTable.All.Select(fault => fault.ToString())];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task One_release_serves_no_row_is_lost_and_the_next_commands_work(string name)
    {
        var fault = FaultTable.All.Single(known => known.ToString() == name);
        var disk = fault.NeedsSmallDisk ? SmallDisk.TryMount(DiskMebibytes) : null;
        if (fault.NeedsSmallDisk && disk is null)
        {
            MatrixReport.NotRun(fault, SmallDisk.CannotMount);
            Assert.Skip(SmallDisk.CannotMount);
        }

        try
        {
            MatrixReport.Passed(await (disk is null ? fixture.PlayAsync(fault) : FaultMatrixFixture.PlayOnAsync(disk, fault)));
        }
        catch (Exception cause)
        {
            MatrixReport.Failed(fault, cause);
            throw;
        }
    }
}
