using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Delivery.Processes;

namespace FinanceHub.Delivery.Releases;

/// <summary>The migrator inside a release, driven through its command line.</summary>
/// <param name="program">Its entry.</param>
internal sealed class ReleaseDatabaseTool(string program)
{
    private static readonly TimeSpan QuestionTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The migrations that the release knows, oldest first; needs no database.</summary>
    public async Task<MigrationList> MigrationsAsync(CancellationToken cancellation)
    {
        var run = await RunAsync(["migrations", "--json"], QuestionTimeout, cancellation);
        return Parse(run, ReleaseDatabaseJson.Default.MigrationList);
    }

    /// <summary>Which migrations a database has and lacks.</summary>
    public async Task<MigrationState> StatusAsync(string connection, CancellationToken cancellation)
    {
        var run = await RunAsync(["status", "--provider", "sqlite", "--connection", connection, "--json"], QuestionTimeout, cancellation);
        return Parse(run, ReleaseDatabaseJson.Default.MigrationState);
    }

    /// <summary>Copies a database that may be in use into a file that does not exist yet.</summary>
    public async Task BackupAsync(string connection, string file, TimeSpan timeout, CancellationToken cancellation) =>
        Require(await RunAsync(["backup", "--provider", "sqlite", "--connection", connection, "--output", file], timeout, cancellation));

    /// <summary>Applies all pending migrations, creating the database if there is none.</summary>
    public async Task UpAsync(string connection, TimeSpan timeout, CancellationToken cancellation) =>
        Require(await RunAsync(["up", "--provider", "sqlite", "--connection", connection], timeout, cancellation));

    /// <summary>Adds the demo account, once.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> SeedAsync(string connection, TimeSpan timeout, CancellationToken cancellation)
    {
        var run = await RunAsync(["seed", "--provider", "sqlite", "--connection", connection], timeout, cancellation);
        Require(run);
        return run.LastLine;
    }

    /// <summary>Takes back every migration after <paramref name="migration"/>; the tool must be of the release that applied them.</summary>
    public async Task DownAsync(string connection, string migration, TimeSpan timeout, CancellationToken cancellation) =>
        Require(await RunAsync(["down", "--to", migration, "--provider", "sqlite", "--connection", connection], timeout, cancellation));

    /// <summary>How many rows customers have, by table.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string connection, CancellationToken cancellation) =>
        Parse(await RunAsync(["count", "--provider", "sqlite", "--connection", connection, "--json"], QuestionTimeout, cancellation), ReleaseDatabaseJson.Default.DictionaryStringInt32);

    /// <summary>Whether the database is sound, its schema the release's, and whether what customers have adds up.</summary>
    public async Task VerifyAsync(string connection, TimeSpan timeout, CancellationToken cancellation) =>
        Require(await RunAsync(["verify", "--provider", "sqlite", "--connection", connection], timeout, cancellation));

    private static T Parse<T>(ToolRun run, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        Require(run);
        try
        {
            return JsonSerializer.Deserialize(run.Output, type) ?? throw new JsonException("null");
        }
        catch (JsonException fault)
        {
            throw new DeliveryFailure(ExitCode.MigrationFailed, $"The database tool of the release did not answer with JSON but with: {run.LastLine}", fault);
        }
    }

    private static void Require(ToolRun run)
    {
        if (run.ExitCode != 0)
        {
            throw new DeliveryFailure(ExitCode.MigrationFailed, $"The database tool of the release failed: {run.LastLine}");
        }
    }

    private async Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken cancellation)
    {
        try
        {
            return await ToolRunner.RunAsync(program, arguments, timeout, cancellation);
        }
        catch (TimeoutException fault)
        {
            throw new DeliveryFailure(ExitCode.MigrationFailed, $"The database tool of the release was stopped: {fault.Message} (limits.migrationTimeout).", fault);
        }
    }
}

/// <summary>The migrations of a database, oldest first.</summary>
internal sealed record MigrationState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending);

/// <param name="Migrations">The ids, oldest first.</param>
/// <param name="Grades">What going back over each takes; null from a tool that does not grade.</param>
internal sealed record MigrationList(IReadOnlyList<string> Migrations, IReadOnlyList<MigrationGrade>? Grades = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MigrationList))]
[JsonSerializable(typeof(MigrationState))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class ReleaseDatabaseJson : JsonSerializerContext;
