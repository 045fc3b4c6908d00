using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>PowerShell is not on every machine: its parser is a package, so that build.ps1 is at least read by the real grammar everywhere.</summary>
public sealed partial class PowerShellTwinTests
{
    private static readonly string PowerShell = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "build.ps1"));
    private static readonly string Bash = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "build.sh"));

    [Fact]
    public void It_parses()
    {
        Parser.ParseInput(PowerShell, out _, out var errors);

        errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}").ShouldBeEmpty();
    }

    [Fact]
    public void It_calls_only_what_it_defines_and_what_every_PowerShell_has()
    {
        var script = Parser.ParseInput(PowerShell, out _, out _);
        var defined = script.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: true).Cast<FunctionDefinitionAst>().Select(function => function.Name);
        string[] builtIn =
        [
            "bash", "ConvertFrom-Json", "Copy-Item", "ForEach-Object", "Get-ChildItem", "Get-Command", "Get-Content", "Get-FileHash", "Get-Item", "Invoke-WebRequest", "Move-Item",
            "New-Item", "Out-Host", "Out-Null", "Remove-Item", "Select-Object", "Set-StrictMode", "Sort-Object", "Start-Process", "Start-Sleep", "Test-Path", "Where-Object",
        ];

        var called = script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Select(command => command.GetCommandName()).OfType<string>();

        called.Except(defined).Except(builtIn, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void It_reads_every_variable_that_it_uses_only_after_setting_it()
    {
        var script = Parser.ParseInput(PowerShell, out _, out _);
        var set = script.FindAll(node => node is AssignmentStatementAst, searchNestedScriptBlocks: true).Cast<AssignmentStatementAst>()
            .SelectMany(assignment => assignment.Left.FindAll(node => node is VariableExpressionAst, false)).Cast<VariableExpressionAst>().Select(variable => variable.VariablePath.UserPath)
            .Concat(script.FindAll(node => node is ParameterAst, searchNestedScriptBlocks: true).Cast<ParameterAst>().Select(parameter => parameter.Name.VariablePath.UserPath));
        string[] automatic = ["_", "PSScriptRoot", "PID", "LASTEXITCODE", "true", "false", "null", "env:HOME", "env:PATH", "env:NUKE_ENGINE", "env:DOTNET_ROOT", "env:ProgramFiles", "env:FINANCEHUB_SDK_SCRIPT", "env:FINANCEHUB_ENGINE_PROBE_SECONDS"];

        var used = script.FindAll(node => node is VariableExpressionAst, searchNestedScriptBlocks: true).Cast<VariableExpressionAst>().Select(variable => variable.VariablePath.UserPath);

        used.Except(set, StringComparer.OrdinalIgnoreCase).Except(automatic, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public void It_obeys_the_same_variables_and_ends_with_the_same_codes_as_its_twin()
    {
        Names(PowerShell).ShouldBe(Names(Bash));
        Bash.ShouldContain("exit_no_sdk=30 exit_build_broken=31");
        PowerShell.ShouldContain("$ExitNoSdk = 30");
        PowerShell.ShouldContain("$ExitBuildBroken = 31");
    }

    private static IEnumerable<string> Names(string script) => Settings().Matches(script).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("(FINANCEHUB_[A-Z_]+|NUKE_ENGINE|NUKE_TELEMETRY_OPTOUT|DOTNET_CLI_TELEMETRY_OPTOUT|DOTNET_NOLOGO)")]
    private static partial Regex Settings();
}
