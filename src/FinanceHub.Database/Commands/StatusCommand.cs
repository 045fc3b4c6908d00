using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Data.Storage;

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
        ? JsonSerializer.Serialize(new MigrationList(provider.Migrations), StatusJson.Default.MigrationList)
        : string.Join(Environment.NewLine, provider.Migrations));
}

internal sealed record MigrationList(IReadOnlyList<string> Migrations);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SchemaState))]
[JsonSerializable(typeof(MigrationList))]
internal sealed partial class StatusJson : JsonSerializerContext;
