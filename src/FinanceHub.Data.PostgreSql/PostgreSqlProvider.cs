using System.Data.Common;
using System.Reflection;
using FinanceHub.Data.PostgreSql.CompiledModel;
using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using NonRetrying = Microsoft.EntityFrameworkCore.Storage.NonRetryingExecutionStrategy;

namespace FinanceHub.Data.PostgreSql;

/// <summary>A database of a PostgreSQL server.</summary>
public sealed class PostgreSqlProvider : IDatabaseProvider
{
    private static readonly Lazy<IReadOnlyList<string>> KnownMigrations = new(() =>
    [
        .. typeof(PostgreSqlProvider).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ]);

    /// <inheritdoc/>
    public string Name => "PostgreSql";

    /// <inheritdoc/>
    public IReadOnlyList<string> Migrations => KnownMigrations.Value;

    /// <inheritdoc/>
    public string CountHistoryTables => """SELECT count(to_regclass('"__EFMigrationsHistory"'))""";

    /// <inheritdoc/>
    public string TableNames => "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') AND pg_table_is_visible(oid)";

    /// <inheritdoc/>
    public string SkipLocked => "FOR UPDATE SKIP LOCKED";

    /// <inheritdoc/>
    public string? FaultOf(string connectionString) => PostgreSqlConnectionText.FaultOf(connectionString);

    /// <inheritdoc/>
    public string Describe(string connectionString) => PostgreSqlConnectionText.Describe(connectionString);

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        Configure(options, PostgreSqlConnectionText.ForHosts(connectionString), interceptors: []);

    /// <inheritdoc/>
    public DbConnection Connect(string connectionString) => new NpgsqlConnection(PostgreSqlConnectionText.ForHosts(connectionString));

    /// <inheritdoc/>
    public IDatabaseAdministration Administer(string connectionString) => new PostgreSqlAdministration(connectionString);

    /// <inheritdoc/>
    public bool IsUnreachable(DbException fault) => PostgreSqlFaults.IsUnreachable(fault);

    /// <inheritdoc/>
    public bool IsMissing(DbException fault, string connectionString) => PostgreSqlFaults.IsMissing(fault);

    internal static void Configure(DbContextOptionsBuilder options, string normalised, Assembly? migrations = null, params IEnumerable<IInterceptor> interceptors) => options
        .UseNpgsql(normalised, npgsql => npgsql
            .MigrationsAssembly(migrations ?? typeof(PostgreSqlProvider).Assembly)
            // The driver's own strategy does not retry either, but hides what the server said in an InvalidOperationException.
            .ExecutionStrategy(dependencies => new NonRetrying(dependencies)))
        // Built when the code was: building it takes a third of the time to the first answer. Migrations build it anew all the same.
        .UseModel(FinanceHubDbContextModel.Instance)
        .AddInterceptors(interceptors);
}
