using Nuke.Common.Help;

namespace Nuke.Common.Execution;

/// <summary>Keeps the parameters files' schema up to date on developers' machines.</summary>
internal sealed class WriteSchemaAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        if (NukeBuild.IsLocalBuild)
            BuildSchemaFile.Update((NukeBuild)Build);
    }
}
