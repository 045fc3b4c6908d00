using Xunit.Sdk;
using Xunit.v3;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>The faults in the table's order, then the test that asks whether all were played.</summary>
public sealed class TableOrder : ITestCaseOrderer
{
    private static readonly Dictionary<string, int> Positions = FaultTable.All.Select((fault, index) => (Name: fault.ToString(), index)).ToDictionary(row => row.Name, row => row.index);

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(testCase => testCase is XunitTestCase { TestMethodArguments: [string fault] } ? Positions[fault] : int.MaxValue)];
}
