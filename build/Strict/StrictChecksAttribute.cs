using FinanceHub.Delivery.CommandLine;
using Nuke.Common;
using Nuke.Common.Execution;

/// <summary>Ends the build if its command line has faults, and prints the plan as text.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StrictChecksAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized
{
    /// <summary>Before all of the engine's own extensions, of which the first has 150.</summary>
    public override float Priority { get; set; } = 200;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        SecretOutput.InstallIntoLog();
        var report = CommandLineGate.Report;
        if (report.Faults.Count > 0)
            CommandLineGate.RefuseAndExit(report.Faults.Concat(MissingParameters.Find(Build, executableTargets, report, judgeConditions: false)));
    }

    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Plan)
            return;
        Console.Out.Write(PlanText.Format([.. executionPlan.Select(x => Describe(x, executionPlan))]));
        CommandLineGate.Exit(0);
    }

    private static PlannedTarget Describe(ExecutableTarget target, IReadOnlyCollection<ExecutableTarget> plan) => new(
        target.Name,
        target.Invoked,
        target.Actions.Count > 0,
        [.. target.ExecutionDependencies.Concat(target.OrderDependencies).Where(plan.Contains).Select(x => x.Name).Distinct()],
        [.. target.TriggerDependencies.Where(plan.Contains).Select(x => x.Name)],
        target.Description);
}
