namespace FinanceHub.Database.Commands;

internal static class ResetCommand
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Target target, bool yes, TextWriter output, CancellationToken cancellation)
    {
        var schema = await target.ReadSchemaAsync(cancellation);
        if (!yes)
            throw new ToolFailure(ToolExitCode.Usage, $"{target.Description}: reset removes everything in it for good ({schema.Applied.Count} migrations and all rows); if that is what you want: reset --yes.");

        var administration = target.Administration;
        using var runner = await administration.LockAsync(LockWait, cancellation);
        await administration.MigrateAsync(MigrateCommand.EmptySchema, cancellation);
        await administration.MigrateAsync(null, cancellation);
        await output.WriteLineAsync($"{target.Description}: emptied, it has all {target.Provider.Migrations.Count} migrations and no rows.");
    }
}
