namespace Nuke.Common.Execution;

/// <summary>Called before a target runs.</summary>
public interface IOnTargetRunning : IBuildExtension
{
    void OnTargetRunning(ExecutableTarget target);
}
