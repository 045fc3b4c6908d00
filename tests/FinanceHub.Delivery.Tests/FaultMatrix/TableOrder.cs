using Xunit.Sdk;
using Xunit.v3;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>The faults in the table's order, then the test that asks whether all were played.</summary>
public sealed class TableOrder : ITestCaseOrderer
{
    private static readonly Dictionary<string, int> Positions = FaultTable.All.Select((fault, index) => (Name: fault.ToString(), index)).ToDictionary(row => row.Name, row => row.index);

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(testCase => testCase switch
        {
            XunitTestCase { TestMethodArguments: [string fault] } => Positions[fault],
            { TestMethodName: nameof(FaultMatrixTests.Every_fault_of_the_table_was_played_or_says_why_not) } => int.MaxValue,
            _ => 0, // the whole table in one: some runners do not take it apart
        })];
}
