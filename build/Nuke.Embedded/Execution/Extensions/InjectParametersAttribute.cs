using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Gives parameters their values.</summary>
internal sealed class InjectParametersAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Injection.InjectParameters((NukeBuild)Build);
}
