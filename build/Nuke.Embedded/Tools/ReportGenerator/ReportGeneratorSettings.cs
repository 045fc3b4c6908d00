using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>Makes readable reports of coverage files.</summary>
public class ReportGeneratorSettings : ToolOptions
{
    /// <summary>Coverage files, globbing allowed.</summary>
    [Argument("-reports:{value}", Separator = ";")]
    public IReadOnlyList<string>? Reports => Get<IReadOnlyList<string>>();

    /// <summary>Where the reports go.</summary>
    [Argument("-targetdir:{value}")]
    public string? TargetDirectory => Get<string>();

    /// <summary>Where sources are looked for.</summary>
    [Argument("-sourcedirs:{value}", Separator = ";")]
    public IReadOnlyList<string>? SourceDirectories => Get<IReadOnlyList<string>>();

    /// <summary>Where figures of earlier reports are kept.</summary>
    [Argument("-historydir:{value}")]
    public string? HistoryDirectory => Get<string>();

    /// <summary>The kinds of report.</summary>
    [Argument("-reporttypes:{value}", Separator = ";")]
    public IReadOnlyList<ReportTypes>? ReportTypes => Get<IReadOnlyList<ReportTypes>>();

    /// <summary>Assemblies: <c>+included</c> and <c>-excluded</c>.</summary>
    [Argument("-assemblyfilters:{value}", Separator = ";")]
    public IReadOnlyList<string>? AssemblyFilters => Get<IReadOnlyList<string>>();

    /// <summary>How much it says.</summary>
    [Argument("-verbosity:{value}")]
    public ReportGeneratorVerbosity? Verbosity => Get<ReportGeneratorVerbosity>();

    /// <summary>The framework whose folder of the package is taken.</summary>
    public string? Framework => Get<string>();
}
