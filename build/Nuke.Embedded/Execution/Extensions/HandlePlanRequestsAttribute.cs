namespace Nuke.Common.Execution;

/// <summary>Answers <c>--plan</c>.</summary>
internal sealed class HandlePlanRequestsAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Plan)
            return;
        foreach (var target in executionPlan)
            Console.Out.WriteLine(target.Name);
        Environment.Exit(0);
    }
}
