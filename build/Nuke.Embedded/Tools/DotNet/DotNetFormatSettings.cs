using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Applies or checks the code style: dotnet format.</summary>
public class DotNetFormatSettings : ToolOptions
{
    /// <summary>Project or solution.</summary>
    [Argument("{value}", Position = 1)]
    public string? Project => Get<string>();

    /// <summary>The least severity that counts.</summary>
    [Argument("--severity {value}")]
    public DotNetFormatSeverity? Severity => Get<DotNetFormatSeverity>();

    /// <summary>Whether it only checks, and fails where it would change something.</summary>
    [Argument("--verify-no-changes")]
    public bool? VerifyNoChanges => Get<bool?>();

    /// <summary>Only these files and folders.</summary>
    [Argument("--include {value}", Separator = " ")]
    public IReadOnlyList<string>? Include => Get<IReadOnlyList<string>>();

    /// <summary>Not these files and folders.</summary>
    [Argument("--exclude {value}", Separator = " ")]
    public IReadOnlyList<string>? Exclude => Get<IReadOnlyList<string>>();

    /// <summary>Whether generated files count.</summary>
    [Argument("--include-generated")]
    public bool? IncludeGenerated => Get<bool?>();

    /// <summary>Where a binary log goes.</summary>
    [Argument("--binarylog {value}")]
    public string? BinaryLog => Get<string>();

    /// <summary>Directory of the report.</summary>
    [Argument("--report {value}")]
    public string? Report => Get<string>();

    /// <summary>Whether what was restored before is taken as it is.</summary>
    [Argument("--no-restore")]
    public bool? NoRestore => Get<bool?>();

    /// <summary>How much it says.</summary>
    [Argument("--verbosity {value}")]
    public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();

    internal override string Command => "format";
}
