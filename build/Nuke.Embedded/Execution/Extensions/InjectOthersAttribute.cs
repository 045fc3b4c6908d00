using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Gives the members that are no plain parameters their values.</summary>
internal sealed class InjectOthersAttribute : BuildExtensionAttributeBase, IOnBuildInitialized
{
    public void OnBuildInitialized(
        IReadOnlyCollection<ExecutableTarget> executableTargets,
        IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        Injection.InjectOthers((NukeBuild)Build, executionPlan.SelectMany(x => x.DelegateRequirements));
}
