using Xunit.Sdk;
using Xunit.v3;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>The faults in the table's order: a deploy's leave what a rollback's begin with.</summary>
public sealed class TableOrder : ITestCaseOrderer
{
    private static readonly Dictionary<string, int> Positions = FaultTable.All.Select((fault, index) => (Name: fault.ToString(), index)).ToDictionary(row => row.Name, row => row.index);

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        // Where the runner does not take the table apart, it is one case, which keeps the order of its rows.
        [.. testCases.OrderBy(testCase => testCase is XunitTestCase { TestMethodArguments: [string fault] } ? Positions[fault] : 0)];
}
