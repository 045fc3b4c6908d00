namespace Nuke.Common.Execution;

/// <summary>Called when a target is skipped.</summary>
public interface IOnTargetSkipped : IBuildExtension
{
    void OnTargetSkipped(ExecutableTarget target);
}
