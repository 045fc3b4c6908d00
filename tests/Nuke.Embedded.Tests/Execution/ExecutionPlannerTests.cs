using Nuke.Common.Execution;

namespace Nuke.Embedded.Tests.Execution;

public sealed class ExecutionPlannerTests
{
    private readonly ExecutableTarget restore = new() { Name = "Restore" };
    private readonly ExecutableTarget compile = new() { Name = "Compile" };
    private readonly ExecutableTarget test = new() { Name = "Test", IsDefault = true };
    private readonly ExecutableTarget report = new() { Name = "Report" };

    public ExecutionPlannerTests()
    {
        compile.ExecutionDependencies.Add(restore);
        test.ExecutionDependencies.Add(compile);
    }

    private ExecutableTarget[] All => [report, test, compile, restore];

    [Fact]
    public void Dependencies_come_first_and_what_nobody_needs_stays_out() =>
        Names(ExecutionPlanner.Plan(All, invokedNames: null)).ShouldBe("Restore Compile Test");

    [Fact]
    public void An_invoked_target_is_found_in_any_case_with_dashes_too() =>
        Names(ExecutionPlanner.Plan(All, ["com-pile"])).ShouldBe("Restore Compile");

    [Fact]
    public void What_is_triggered_runs_afterwards()
    {
        test.Triggers.Add(report);
        report.TriggerDependencies.Add(test);

        Names(ExecutionPlanner.Plan(All, ["Test"])).ShouldBe("Restore Compile Test Report");
    }

    [Fact]
    public void Order_without_dependency_brings_nothing_in()
    {
        report.OrderDependencies.Add(test);

        Names(ExecutionPlanner.Plan(All, ["Report"])).ShouldBe("Report");
        Names(ExecutionPlanner.Plan(All, ["Report", "Test"])).ShouldBe("Restore Compile Test Report");
    }

    [Fact]
    public void A_circle_is_named()
    {
        restore.ExecutionDependencies.Add(test);

        var message = Should.Throw<InvalidOperationException>(() => ExecutionPlanner.Plan(All, ["Test"])).Message;

        message.ShouldContain("Circular dependencies");
        foreach (var name in new[] { "Restore", "Compile", "Test" })
            message.ShouldContain(name);
        message.ShouldNotContain("Report");
    }

    [Fact]
    public void An_unknown_target_is_answered_with_the_known_ones()
    {
        var message = Should.Throw<InvalidOperationException>(() => ExecutionPlanner.Plan(All, ["Tset"])).Message;

        message.ShouldContain("'Tset'");
        message.ShouldContain("- Compile");
    }

    private static string Names(IEnumerable<ExecutableTarget> targets) => string.Join(' ', targets.Select(x => x.Name));
}
