using System.Data.Common;
using System.Reflection;
using FinanceHub.Data.Sqlite.CompiledModel;
using FinanceHub.Data.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FinanceHub.Data.Sqlite;

/// <summary>SQLite in a file, shared by the processes of one machine.</summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    private static readonly BusyTimeoutInterceptor BusyTimeout = new();

    private static readonly Lazy<IReadOnlyList<string>> KnownMigrations = new(() =>
    [
        .. typeof(SqliteProvider).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ]);

    /// <inheritdoc/>
    public string Name => "Sqlite";

    /// <inheritdoc/>
    public IReadOnlyList<string> Migrations => KnownMigrations.Value;

    /// <inheritdoc/>
    public string CountHistoryTables => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'";

    /// <inheritdoc/>
    public string TableNames => "SELECT name FROM sqlite_master WHERE type = 'table'";

    /// <inheritdoc/>
    public string SkipLocked => "";

    /// <inheritdoc/>
    public string? FaultOf(string connectionString) => SqliteConnectionText.FaultOf(connectionString);

    /// <inheritdoc/>
    public string Describe(string connectionString) => $"SQLite database {SqliteConnectionText.File(connectionString)}";

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        Configure(options, connectionString, SqliteOpenMode.ReadWrite);

    /// <inheritdoc/>
    public DbConnection Connect(string connectionString)
    {
        var connection = new SqliteConnection(SqliteConnectionText.Normalise(connectionString, SqliteOpenMode.ReadWrite));
        connection.StateChange += BusyTimeoutInterceptor.WhenOpened;
        return connection;
    }

    /// <inheritdoc/>
    public IDatabaseAdministration Administer(string connectionString) => new SqliteAdministration(connectionString);

    /// <inheritdoc/>
    public bool IsUnreachable(DbException fault) => fault is SqliteException
    {
        SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_IOERR
    };

    /// <inheritdoc/>
    public bool IsMissing(DbException fault, string connectionString) =>
        fault is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN } && !File.Exists(SqliteConnectionText.File(connectionString));

    internal static void Configure(DbContextOptionsBuilder options, string connectionString, SqliteOpenMode mode) => options
        .UseSqlite(SqliteConnectionText.Normalise(connectionString, mode), sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly))
        // Built when the code was: building it takes a third of the time to the first answer. Migrations build it anew all the same.
        .UseModel(FinanceHubDbContextModel.Instance)
        .AddInterceptors(BusyTimeout);
}
