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
    // Not the stored text of the tables: SQLite drops a column by building the table anew, with its columns in another order.
    public override string SchemaQuery => """
        WITH tables AS (SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\_\_EF%' ESCAPE '\' AND name NOT LIKE 'sqlite\_%' ESCAPE '\')
        SELECT 'column ' || t.name || ' ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '-') || ' ' || c.pk
            FROM tables t JOIN pragma_table_info(t.name) c
        UNION ALL
        SELECT 'reference ' || t.name || ' ' || k."from" || ' ' || k."table" || ' ' || k."to" || ' ' || k.on_delete FROM tables t JOIN pragma_foreign_key_list(t.name) k
        UNION ALL
        SELECT 'index ' || i.name || ' ' || i.sql FROM sqlite_master i JOIN tables t ON t.name = i.tbl_name WHERE i.type = 'index' AND i.sql IS NOT NULL
        ORDER BY 1
        """;

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
