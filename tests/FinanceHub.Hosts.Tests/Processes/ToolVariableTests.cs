using FinanceHub.Database;
using FinanceHub.Delivery.Processes;

namespace FinanceHub.Hosts.Tests.Processes;

/// <summary>The build and the database tool of a release share no code, only names.</summary>
public sealed class ToolVariableTests
{
    [Fact]
    public void The_tool_is_told_by_the_name_that_it_listens_to_who_answers_an_interrupt() =>
        ToolRunner.InterruptedByCaller.ShouldBe(TerminationSignals.InterruptedByCaller);
}
