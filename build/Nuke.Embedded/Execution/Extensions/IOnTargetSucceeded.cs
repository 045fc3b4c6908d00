namespace Nuke.Common.Execution;

/// <summary>Called when a target succeeded.</summary>
public interface IOnTargetSucceeded : IBuildExtension
{
    void OnTargetSucceeded(ExecutableTarget target);
}
