using Nuke.Common.Help;

namespace Nuke.Common.Execution;

/// <summary>Answers <c>--help</c>, and a build that has nothing to do.</summary>
internal sealed class HandleHelpRequestsAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        if (!Build.Help && executionPlan.Count > 0)
            return;
        Console.Out.Write(HelpText.Of(Build));
        Environment.Exit(0);
    }
}
