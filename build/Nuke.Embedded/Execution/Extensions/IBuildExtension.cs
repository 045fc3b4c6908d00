namespace Nuke.Common.Execution;

/// <summary>Takes part in the course of a build.</summary>
public interface IBuildExtension
{
    float Priority { get; }
}
