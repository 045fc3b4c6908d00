using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Runs tests: dotnet test.</summary>
public class DotNetTestSettings : ToolOptions
{
    /// <summary>Project or solution.</summary>
    [Argument("{value}", Position = 1)]
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

    /// <summary>What is collected, as XPlat Code Coverage.</summary>
    [Argument("--collect {value}")]
    public string? DataCollector => Get<string>();

    /// <summary>Which tests run.</summary>
    [Argument("--filter {value}")]
    public string? Filter => Get<string>();

    /// <summary>What writes results.</summary>
    [Argument("--logger {value}")]
    public IReadOnlyList<string>? Loggers => Get<IReadOnlyList<string>>();

    /// <summary>Where results go.</summary>
    [Argument("--results-directory {value}")]
    public string? ResultsDirectory => Get<string>();

    /// <summary>Run settings.</summary>
    [Argument("--settings {value}")]
    public string? SettingsFile => Get<string>();

    /// <summary>Whether tests are listed instead of run.</summary>
    [Argument("--list-tests")]
    public bool? ListTests => Get<bool?>();

    /// <summary>Whether a test that hangs is ended.</summary>
    [Argument("--blame-hang")]
    public bool? BlameHang => Get<bool?>();

    /// <summary>How long a test may take.</summary>
    [Argument("--blame-hang-timeout {value}")]
    public string? BlameHangTimeout => Get<string>();

    /// <summary>Where the results go.</summary>
    [Argument("--output {value}")]
    public string? Output => Get<string>();

    /// <summary>Whether what was built before is taken as it is.</summary>
    [Argument("--no-build")]
    public bool? NoBuild => Get<bool?>();

    /// <summary>Whether what was restored before is taken as it is.</summary>
    [Argument("--no-restore")]
    public bool? NoRestore => Get<bool?>();

    /// <summary>Whether the banner is left out.</summary>
    [Argument("--nologo")]
    public bool? NoLogo => Get<bool?>();

    /// <summary>Whether the lock file must fit as it is.</summary>
    [Argument("--locked-mode")]
    public bool? LockedMode => Get<bool?>();

    /// <summary>Single run settings.</summary>
    [Argument("-- {key}={value}", Position = -1, Separator = " ")]
    public IReadOnlyDictionary<string, object>? RunSettings => Get<IReadOnlyDictionary<string, object>>();

    /// <summary>How much it says.</summary>
    [Argument("--verbosity {value}")]
    public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();

    /// <summary>MSBuild properties.</summary>
    [Argument("/property:{key}={value}", EscapeForMSBuild = true)]
    public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();

    internal override string Command => "test";
}
