namespace Nuke.Common.Execution;

/// <summary>Called at the end, after the summary.</summary>
public interface IOnBuildFinished : IBuildExtension
{
    void OnBuildFinished();
}
