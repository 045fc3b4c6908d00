using System.Data.Common;
using FinanceHub.Data.Storage;

namespace FinanceHub.Data.Workers;

/// <summary>Writes the signs of life of the workers.</summary>
/// <remarks>
/// Without EF: a worker is ready with its first beat, and a deployment waits for that. Building EF's model before it
/// would take longer than everything else that a worker does to start.
/// </remarks>
public sealed class HeartbeatWriter(Database database, TimeProvider clock)
{
    private const string Upsert = """
        INSERT INTO "WorkerHeartbeats" ("InstanceId", "ReleaseId", "Beats", "LastBeatAt") VALUES (@instance, @release, 1, @now)
        ON CONFLICT ("InstanceId") DO UPDATE SET "Beats" = "WorkerHeartbeats"."Beats" + 1, "LastBeatAt" = excluded."LastBeatAt"
        """;

    private const string Delete = """DELETE FROM "WorkerHeartbeats" WHERE "LastBeatAt" < @limit""";

    /// <summary>Counts one beat of an instance.</summary>
    public Task BeatAsync(string instanceId, string releaseId, CancellationToken cancellation) =>
        ExecuteAsync(Upsert, cancellation, ("@instance", instanceId), ("@release", releaseId), ("@now", Now));

    /// <summary>Forgets the instances that were not seen for <paramref name="age"/>.</summary>
    /// <returns>How many.</returns>
    public Task<int> ForgetAsync(TimeSpan age, CancellationToken cancellation) => ExecuteAsync(Delete, cancellation, ("@limit", Now - age));

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
            command.Parameters.Add(Parameter(command, name, value));
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        return parameter;
    }
}
