using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Data.Storage;
using FinanceHub.Database.Grading;

namespace FinanceHub.Database.Commands;

internal static class StatusCommand
{
    public static async Task RunAsync(Target target, bool json, TextWriter output, CancellationToken cancellation)
    {
        var schema = await target.ReadSchemaAsync(cancellation);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(schema, StatusJson.Default.SchemaState));
            return;
        }

        foreach (var migration in schema.Applied)
            await output.WriteLineAsync($"applied  {migration}");
        foreach (var migration in schema.Pending)
            await output.WriteLineAsync($"pending  {migration}");
    }

    public static Task ListAsync(IDatabaseProvider provider, bool json, TextWriter output) => output.WriteLineAsync(json
        ? JsonSerializer.Serialize(new MigrationList(provider.Migrations, MigrationGrader.Grade(provider)), StatusJson.Default.MigrationList)
        : string.Join(Environment.NewLine, MigrationGrader.Grade(provider).SelectMany(Describe)));

    private static IEnumerable<string> Describe(MigrationGrade grade) =>
    [
        $"{JsonSerializer.Serialize(grade.Verdict, StatusJson.Default.MigrationVerdict).Trim('"'),-10}  {grade.Id}",
        .. grade.Reasons.Concat(grade.Warnings).Select(text => $"            {text}"),
    ];
}

/// <param name="Migrations">The ids, oldest first.</param>
/// <param name="Grades">What going back from each would take.</param>
internal sealed record MigrationList(IReadOnlyList<string> Migrations, IReadOnlyList<MigrationGrade> Grades);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SchemaState))]
[JsonSerializable(typeof(MigrationList))]
[JsonSerializable(typeof(MigrationVerdict))]
[JsonSerializable(typeof(SortedDictionary<string, int>))]
internal sealed partial class StatusJson : JsonSerializerContext;
