using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Makes a project ready to be deployed: dotnet publish.</summary>
public class DotNetPublishSettings : ToolOptions
{
    /// <summary>Project or solution.</summary>
    [Argument("{value}", Position = 1)]
    public string? Project => Get<string>();

    /// <summary>Build configuration: Debug or Release.</summary>
    [Argument("--configuration {value}")]
    public string? Configuration => Get<string>();

    /// <summary>Target framework.</summary>
    [Argument("--framework {value}")]
    public string? Framework => Get<string>();

    /// <summary>Runtime identifier.</summary>
    [Argument("--runtime {value}")]
    public string? Runtime => Get<string>();

    /// <summary>Whether the runtime is included.</summary>
    [Argument("--self-contained {value}")]
    public bool? SelfContained => Get<bool?>();

    /// <summary>Where the results go.</summary>
    [Argument("--output {value}")]
    public string? Output => Get<string>();

    /// <summary>Whether what was built before is taken as it is.</summary>
    [Argument("--no-build")]
    public bool? NoBuild => Get<bool?>();

    /// <summary>Whether what was restored before is taken as it is.</summary>
    [Argument("--no-restore")]
    public bool? NoRestore => Get<bool?>();

    /// <summary>Whether referenced projects are left out.</summary>
    [Argument("--no-dependencies")]
    public bool? NoDependencies => Get<bool?>();

    /// <summary>Whether the banner is left out.</summary>
    [Argument("--nologo")]
    public bool? NoLogo => Get<bool?>();

    /// <summary>Suffix of the version.</summary>
    [Argument("--version-suffix {value}")]
    public string? VersionSuffix => Get<string>();

    /// <summary>Whether the lock file must fit as it is.</summary>
    [Argument("--locked-mode")]
    public bool? LockedMode => Get<bool?>();

    /// <summary>Whether unreachable package sources are warnings.</summary>
    [Argument("--ignore-failed-sources")]
    public bool? IgnoreFailedSources => Get<bool?>();

    /// <summary>How much it says.</summary>
    [Argument("--verbosity {value}")]
    public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();

    /// <summary>MSBuild properties.</summary>
    [Argument("/property:{key}={value}", EscapeForMSBuild = true)]
    public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override string Command => "publish";
}
