using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Restores the tools of the tool manifest: dotnet tool restore.</summary>
public class DotNetToolRestoreSettings : ToolOptions
{
    /// <summary>NuGet configuration.</summary>
    [Argument("--configfile {value}")]
    public string? ConfigFile => Get<string>();

    /// <summary>Further package sources.</summary>
    [Argument("--add-source {value}")]
    public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();

    /// <summary>Manifest to restore.</summary>
    [Argument("--tool-manifest {value}")]
    public string? ToolManifest => Get<string>();

    /// <summary>Whether tools are restored one after another.</summary>
    [Argument("--disable-parallel")]
    public bool? DisableParallel => Get<bool?>();

    /// <summary>Whether unreachable package sources are warnings.</summary>
    [Argument("--ignore-failed-sources")]
    public bool? IgnoreFailedSources => Get<bool?>();

    /// <summary>Whether nothing is taken from the cache of downloads.</summary>
    [Argument("--no-cache")]
    public bool? NoCache => Get<bool?>();

    /// <summary>How much it says.</summary>
    [Argument("--verbosity {value}")]
    public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();

    internal override string Command => "tool restore";
}
