namespace Nuke.Common.Execution;

/// <summary>Called when a target said something for the summary.</summary>
public interface IOnTargetSummaryUpdated : IBuildExtension
{
    void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target);
}
