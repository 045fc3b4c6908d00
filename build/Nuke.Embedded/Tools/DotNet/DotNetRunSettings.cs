using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Runs a project: dotnet run.</summary>
public class DotNetRunSettings : ToolOptions
{
    /// <summary>Project to run.</summary>
    [Argument("--project {value}")]
    public string? ProjectFile => Get<string>();

    /// <summary>Build configuration: Debug or Release.</summary>
    [Argument("--configuration {value}")]
    public string? Configuration => Get<string>();

    /// <summary>Target framework.</summary>
    [Argument("--framework {value}")]
    public string? Framework => Get<string>();

    /// <summary>Runtime identifier.</summary>
    [Argument("--runtime {value}")]
    public string? Runtime => Get<string>();

    /// <summary>Whether what was built before is taken as it is.</summary>
    [Argument("--no-build")]
    public bool? NoBuild => Get<bool?>();

    /// <summary>Whether what was restored before is taken as it is.</summary>
    [Argument("--no-restore")]
    public bool? NoRestore => Get<bool?>();

    /// <summary>Launch profile.</summary>
    [Argument("--launch-profile {value}")]
    public string? LaunchProfile => Get<string>();

    /// <summary>Whether launch profiles are left alone.</summary>
    [Argument("--no-launch-profile")]
    public bool? NoLaunchProfile => Get<bool?>();

    /// <summary>Arguments of the program, as they stand.</summary>
    [Argument("-- {value}", Position = -1, Raw = true)]
    public string? ApplicationArguments => Get<string>();

    /// <summary>How much it says.</summary>
    [Argument("--verbosity {value}")]
    public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();

    /// <summary>MSBuild properties.</summary>
    [Argument("/property:{key}={value}", EscapeForMSBuild = true)]
    public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override string Command => "run";
}
