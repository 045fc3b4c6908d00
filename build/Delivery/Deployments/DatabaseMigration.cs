using System.Globalization;
using FinanceHub.Delivery.Processes;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Brings the database to the schema that a release expects; a copy is made before anything changes.</summary>
internal sealed class DatabaseMigration(DeliveryContext context)
{
    public async Task RunAsync(ReleaseBundle release, CancellationToken cancellation)
    {
        var tool = new ReleaseDatabaseTool(release.EntryOf(ServiceNames.Database));
        var connection = InstanceSpecs.ConnectionString(context.State);
        if (File.Exists(context.State.Database))
        {
            var state = await tool.StatusAsync(connection, cancellation);
            if (state.Pending.Count == 0)
            {
                context.Output.Info($"The database is up to date ({state.Applied.Count} migrations)");
                return;
            }

            await BackUpAsync(tool, connection, release.Manifest.ReleaseId, cancellation);
            context.Output.Info($"Pending migrations: {string.Join(", ", state.Pending)}");
        }

        await tool.UpAsync(connection, context.Limits.MigrationTimeout, cancellation);
        context.Output.Info($"Migrated the database to {release.Manifest.Migrations.Last ?? "an empty schema"}");
    }

    /// <summary>Keeps the newest copies only; the running deploy's own is among them.</summary>
    public void Prune()
    {
        foreach (var old in Directory.EnumerateFiles(context.State.Backups).OrderDescending(StringComparer.Ordinal).Skip(context.Limits.BackupsKept))
        {
            File.Delete(old);
        }
    }

    private async Task BackUpAsync(ReleaseDatabaseTool tool, string connection, string releaseId, CancellationToken cancellation)
    {
        var time = context.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var file = Path.Combine(context.State.Backups, $"{time}-before-{releaseId}.db");
        var part = file + ".part";
        try
        {
            await tool.BackupAsync(connection, part, context.Limits.MigrationTimeout, cancellation);
            File.Move(part, file);
        }
        finally
        {
            File.Delete(part);
        }

        context.Output.Info($"Copied the database to {file}");
    }
}
