using FinanceHub.Data.Sqlite;
using FinanceHub.Data.Storage;
using Microsoft.Data.Sqlite;

namespace FinanceHub.Data.Testing;

/// <summary>A SQLite file.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    /// <summary>The file.</summary>
    public string File => PathOf("data", "financehub.db");

    /// <inheritdoc/>
    public override IDatabaseProvider Provider { get; } = new SqliteProvider();

    /// <inheritdoc/>
    public override string Connection => ConnectionTo(File);

    /// <inheritdoc/>
    public override string SchemaQuery =>
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1";

    /// <inheritdoc/>
    public override Task<bool> ExistsAsync() => Task.FromResult(System.IO.File.Exists(File));

    /// <inheritdoc/>
    public override Task PrepareAsync() => MigrateAsync();

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> ReadBackupAsync(string file, string sql) => ReadAsync(ConnectionTo(file), sql);

    /// <inheritdoc/>
    protected override Task RemoveAsync()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    private static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
}
