using FinanceHub.Data.Storage;

namespace FinanceHub.Database.Commands;

internal static class MigrateCommand
{
    public const string EmptySchema = "0";

    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(10);

    public static async Task UpAsync(Target target, TextWriter output, CancellationToken cancellation)
    {
        var administration = target.Administration;
        using var runner = await administration.LockAsync(LockWait, cancellation);
        var pending = (await target.FindSchemaAsync(cancellation))?.Pending ?? target.Provider.Migrations;
        if (pending.Count > 0)
            await administration.MigrateAsync(null, cancellation);
        await output.WriteLineAsync(pending.Count == 0
            ? $"{target.Description}: nothing to do, it has all {target.Provider.Migrations.Count} migrations."
            : $"{target.Description}: applied {string.Join(", ", pending)}.");
    }

    public static async Task DownAsync(Target target, string to, TextWriter output, CancellationToken cancellation)
    {
        var administration = target.Administration;
        using var runner = await administration.LockAsync(LockWait, cancellation);
        var schema = await target.ReadSchemaAsync(cancellation);
        var undone = Undone(target, schema, to);
        if (undone.Count > 0)
            await administration.MigrateAsync(Known(target, schema, to), cancellation);
        await output.WriteLineAsync(undone.Count == 0
            ? $"{target.Description}: nothing to do, {to} is its newest migration."
            : $"{target.Description}: took back {string.Join(", ", undone.Reverse())}.");
    }

    // What stays as the newest may be another release's; what is taken back is all that comes after it either way.
    private static string Known(Target target, SchemaState schema, string to) => to == EmptySchema ? to
        : schema.Applied.LastOrDefault(migration => string.CompareOrdinal(migration, to) <= 0 && target.Provider.Migrations.Contains(migration, StringComparer.Ordinal)) ?? EmptySchema;

    private static IReadOnlyList<string> Undone(Target target, SchemaState schema, string to)
    {
        if (to != EmptySchema && !schema.Applied.Contains(to, StringComparer.Ordinal))
            throw new ToolFailure(ToolExitCode.Usage, $"--to: expected 0 or one of the applied migrations ({string.Join(", ", schema.Applied)}), found \"{to}\".");

        IReadOnlyList<string> undone = [.. schema.Applied.Where(migration => to == EmptySchema || string.CompareOrdinal(migration, to) > 0)];
        var unknown = undone.Except(target.Provider.Migrations, StringComparer.Ordinal).ToList();
        return unknown.Count == 0
            ? undone
            : throw new ToolFailure(ToolExitCode.Failed, $"Expected to know how to take back {string.Join(", ", unknown)}, but a newer release applied it; run that release's database tool.");
    }
}
