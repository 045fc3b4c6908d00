using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Data.Storage;
using FinanceHub.Database.Linting;

namespace FinanceHub.Database.Commands;

/// <summary>Tells what should not have been written in the migrations of this build.</summary>
internal static class LintCommand
{
    /// <exception cref="ToolFailure">There are findings that no migration says are safe.</exception>
    public static Task RunAsync(IDatabaseProvider provider, bool json, TextWriter output) => RunAsync(provider.Name, provider.Migrations.Count, MigrationLinter.Lint(provider), json, output);

    internal static async Task RunAsync(string provider, int migrations, IReadOnlyList<LintFinding> found, bool json, TextWriter output)
    {
        var report = new LintReport(1, provider, migrations, [.. found.Where(finding => finding.Allowed is null)], [.. found.Where(finding => finding.Allowed is not null)]);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(report, LintJson.Default.LintReport));
        }
        else
        {
            foreach (var finding in found)
                await output.WriteLineAsync(finding.ToString());
            await output.WriteLineAsync($"{provider}: {migrations} migrations, {report.Findings.Count} findings, {report.Allowed.Count} allowed.");
        }

        if (report.Findings.Count > 0)
            throw new ToolFailure(ToolExitCode.Failed, $"{provider}: {report.Findings.Count} findings in the migrations, expected none.");
    }
}

/// <param name="Schema">The version of the JSON: 1.</param>
/// <param name="Provider">Whose migrations.</param>
/// <param name="Migrations">How many there are.</param>
/// <param name="Findings">What has to be mended.</param>
/// <param name="Allowed">What a migration says is safe, with the reason.</param>
internal sealed record LintReport(int Schema, string Provider, int Migrations, IReadOnlyList<LintFinding> Findings, IReadOnlyList<LintFinding> Allowed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LintReport))]
internal sealed partial class LintJson : JsonSerializerContext;
