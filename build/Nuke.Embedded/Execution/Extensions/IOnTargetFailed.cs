namespace Nuke.Common.Execution;

/// <summary>Called when a target failed.</summary>
public interface IOnTargetFailed : IBuildExtension
{
    void OnTargetFailed(ExecutableTarget target);
}
