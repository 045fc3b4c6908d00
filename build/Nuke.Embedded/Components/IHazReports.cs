using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>A build that leaves reports.</summary>
public interface IHazReports : IHazArtifacts
{
    /// <summary>Where they are: <c>reports</c> among the artifacts.</summary>
    AbsolutePath ReportDirectory => ArtifactsDirectory / "reports";
}
