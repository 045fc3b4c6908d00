using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Reads the parameters files before parameters get their values.</summary>
internal sealed class LoadParametersFilesAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => ParametersFiles.Load(Build.GetType());
}
