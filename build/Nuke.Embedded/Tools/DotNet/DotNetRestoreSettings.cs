using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Restores packages: dotnet restore.</summary>
public class DotNetRestoreSettings : ToolOptions
{
    /// <summary>Project or solution.</summary>
    [Argument("{value}", Position = 1)]
    public string? ProjectFile => Get<string>();

    /// <summary>NuGet configuration.</summary>
    [Argument("--configfile {value}")]
    public string? ConfigFile => Get<string>();

    /// <summary>Package sources.</summary>
    [Argument("--source {value}")]
    public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();

    /// <summary>Where packages are unpacked.</summary>
    [Argument("--packages {value}")]
    public string? PackageDirectory => Get<string>();

    /// <summary>Whether projects are restored one after another.</summary>
    [Argument("--disable-parallel")]
    public bool? DisableParallel => Get<bool?>();

    /// <summary>Whether everything is resolved again.</summary>
    [Argument("--force")]
    public bool? Force => Get<bool?>();

    /// <summary>Whether lock files are written anew.</summary>
    [Argument("--force-evaluate")]
    public bool? ForceEvaluate => Get<bool?>();

    /// <summary>Whether lock files are used.</summary>
    [Argument("--use-lock-file")]
    public bool? UseLockFile => Get<bool?>();

    /// <summary>Whether the lock file must fit as it is.</summary>
    [Argument("--locked-mode")]
    public bool? LockedMode => Get<bool?>();

    /// <summary>Whether unreachable package sources are warnings.</summary>
    [Argument("--ignore-failed-sources")]
    public bool? IgnoreFailedSources => Get<bool?>();

    /// <summary>Whether referenced projects are left out.</summary>
    [Argument("--no-dependencies")]
    public bool? NoDependencies => Get<bool?>();

    /// <summary>Whether nothing is taken from the cache of downloads.</summary>
    [Argument("--no-cache")]
    public bool? NoCache => Get<bool?>();

    /// <summary>Runtime identifier.</summary>
    [Argument("--runtime {value}")]
    public string? Runtime => Get<string>();

    /// <summary>How much it says.</summary>
    [Argument("--verbosity {value}")]
    public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();

    /// <summary>MSBuild properties.</summary>
    [Argument("/property:{key}={value}", EscapeForMSBuild = true)]
    public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override string Command => "restore";
}
