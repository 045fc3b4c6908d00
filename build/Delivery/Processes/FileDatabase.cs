using System.Globalization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Processes;

/// <summary>The embedded database of an environment, a file of its state directory.</summary>
internal sealed class FileDatabase(StateDirectory state, EnvironmentLimits limits, TimeProvider clock) : IEnvironmentDatabase
{
    private readonly string _connection = InstanceSpecs.ConnectionString(state);
    private string? _lastCopy;

    public bool Exists => File.Exists(state.Database);

    public long CopyBytes => Exists ? new FileInfo(state.Database).Length : 0;

    public string Copies => state.Backups;

    public Task<MigrationState> StatusAsync(ReleaseBundle release, CancellationToken cancellation) => Tool(release).StatusAsync(_connection, cancellation);

    public Task UpAsync(ReleaseBundle release, CancellationToken cancellation) => Tool(release).UpAsync(_connection, limits.MigrationTimeout, cancellation);

    public Task DownAsync(ReleaseBundle release, string migration, CancellationToken cancellation) =>
        Tool(release).DownAsync(_connection, migration, limits.MigrationTimeout, cancellation);

    public Task<string> SeedAsync(ReleaseBundle release, CancellationToken cancellation) => Tool(release).SeedAsync(_connection, limits.MigrationTimeout, cancellation);

    public Task<IReadOnlyDictionary<string, int>> CountAsync(ReleaseBundle release, CancellationToken cancellation) => Tool(release).CountAsync(_connection, cancellation);

    public Task VerifyAsync(ReleaseBundle release, CancellationToken cancellation) => Tool(release).VerifyAsync(_connection, limits.MigrationTimeout, cancellation);

    public async Task<string> CopyAsync(ReleaseBundle release, string occasion, CancellationToken cancellation)
    {
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        var file = Path.Combine(state.Backups, $"{time}-before-{occasion}.db");
        var part = file + ".part";
        try
        {
            await Tool(release).BackupAsync(_connection, part, limits.MigrationTimeout, cancellation);
            File.Move(part, file);
        }
        finally
        {
            File.Delete(part);
        }

        return _lastCopy = file;
    }

    public void PruneCopies(int kept)
    {
        // Names tell the time, and a clock that was set back makes the copy that was just made look like the oldest.
        var newestFirst = Directory.EnumerateFiles(state.Backups).OrderByDescending(file => file == _lastCopy).ThenByDescending(file => file, StringComparer.Ordinal);
        foreach (var old in newestFirst.Skip(kept).ToList())
        {
            File.Delete(old);
        }
    }

    private static ReleaseDatabaseTool Tool(ReleaseBundle release) => new(release.EntryOf(ServiceNames.Database));
}
