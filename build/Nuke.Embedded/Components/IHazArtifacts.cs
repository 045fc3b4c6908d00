using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>A build that leaves artifacts.</summary>
public interface IHazArtifacts : INukeBuild
{
    /// <summary>Where they are: <c>artifacts</c> in the root.</summary>
    AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";
}
