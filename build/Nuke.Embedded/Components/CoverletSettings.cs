using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Components;

/// <summary>
/// The properties of coverlet.msbuild. They mean nothing to a project that does not reference it, as one that collects
/// with coverlet.collector.
/// </summary>
internal static class CoverletSettings
{
    /// <summary>Coverage is collected where it is reported, and on every server.</summary>
    public static bool AreWanted(ITest build) =>
        build.IsServerBuild || (build is IReportCoverage coverage && build.InvokedTargets.Contains(coverage.ReportCoverage));

    public static Func<DotNetTestSettings, DotNetTestSettings> ForAll(bool isServerBuild) => settings =>
    {
        var all = settings
            .SetProperty("CollectCoverage", true)
            .SetProperty("CoverletOutputFormat", "cobertura")
            .SetProperty("ExcludeByFile", "*.Generated.cs");
        return isServerBuild ? all.SetProperty("UseSourceLink", true) : all;
    };

    public static Func<DotNetTestSettings, DotNetTestSettings> ForProject(AbsolutePath file) => settings =>
        settings.SetProperty("CoverletOutput", file);
}
