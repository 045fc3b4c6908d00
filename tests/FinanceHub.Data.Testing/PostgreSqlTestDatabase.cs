using System.Diagnostics;
using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Storage;
using FinanceHub.Testing.PostgreSql;
using Npgsql;

namespace FinanceHub.Data.Testing;

/// <summary>A database of the PostgreSQL server that this process has for itself.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private const string Template = "financehub_template";

    // Migrated once and then copied: a copy takes a fraction of the time.
    private static readonly Lazy<Task> MigratedTemplate = new(() => new PostgreSqlProvider().Administer(Cluster.ConnectionString(Template)).MigrateAsync(null, CancellationToken.None));

    /// <summary>With spaces, as a careful test has them.</summary>
    private readonly string _name = $"financehub data {Guid.NewGuid():N}";

    /// <inheritdoc/>
    public override IDatabaseProvider Provider { get; } = new PostgreSqlProvider();

    /// <inheritdoc/>
    public override string Connection => Cluster.ConnectionString(_name);

    /// <inheritdoc/>
    public override string SchemaQuery =>
        """
        SELECT format('column %s.%s %s %s', table_name, column_name, format_type(a.atttypid, a.atttypmod), is_nullable)
          FROM information_schema.columns JOIN pg_attribute a ON a.attrelid = to_regclass(quote_ident(table_name)) AND a.attname = column_name
          WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        ORDER BY 1
        """;

    private static PostgreSqlCluster Cluster => PostgreSqlCluster.Shared;

    /// <inheritdoc/>
    public override async Task<bool> ExistsAsync()
    {
        await using var session = await OpenMaintenanceAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = @name", session);
        command.Parameters.AddWithValue("@name", _name);
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    /// <inheritdoc/>
    public override async Task PrepareAsync()
    {
        await MigratedTemplate.Value;
        await ExecuteAsync($"CREATE DATABASE \"{_name}\" TEMPLATE {Template}");
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> ReadBackupAsync(string file, string sql)
    {
        await using var restored = new PostgreSqlTestDatabase();
        await ExecuteAsync($"CREATE DATABASE \"{restored._name}\"");
        var connection = new NpgsqlConnectionStringBuilder(Connection);
        var start = new ProcessStartInfo(
            Path.Combine(PostgreSqlPrograms.Directory, "pg_restore"),
            ["--host", connection.Host!, "--port", $"{connection.Port}", "--username", connection.Username!, "--dbname", restored._name, "--exit-on-error", file]);
        start.Environment["PGPASSWORD"] = connection.Password;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await restored.ReadAsync(sql)
            : throw new InvalidOperationException($"pg_restore {file} failed with exit code {process.ExitCode}.");
    }

    /// <inheritdoc/>
    protected override async Task RemoveAsync()
    {
        await using (var pooled = (NpgsqlConnection)Provider.Connect(Connection))
            NpgsqlConnection.ClearPool(pooled);
        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var session = await OpenMaintenanceAsync();
#pragma warning disable CA2100 // Names of this class's own making.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> OpenMaintenanceAsync()
    {
        var session = new NpgsqlConnection(Cluster.ConnectionString("postgres"));
        await session.OpenAsync();
        return session;
    }
}
