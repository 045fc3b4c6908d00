using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Deletes what was built: dotnet clean.</summary>
public class DotNetCleanSettings : ToolOptions
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

    /// <summary>Where the results go.</summary>
    [Argument("--output {value}")]
    public string? Output => Get<string>();

    /// <summary>Whether the banner is left out.</summary>
    [Argument("--nologo")]
    public bool? NoLogo => Get<bool?>();

    /// <summary>How much it says.</summary>
    [Argument("--verbosity {value}")]
    public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();

    /// <summary>MSBuild properties.</summary>
    [Argument("/property:{key}={value}", EscapeForMSBuild = true)]
    public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override string Command => "clean";
}
