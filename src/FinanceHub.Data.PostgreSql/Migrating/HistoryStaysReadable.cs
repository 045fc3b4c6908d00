using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FinanceHub.Data.PostgreSql.Migrating;

/// <summary>Lets the hosts read the history of migrations while one runs.</summary>
/// <remarks>
/// EF locks that table against everybody until the migration is committed. Every readiness check reads it: the release
/// that serves the customers would stop being ready for as long. The weaker lock still excludes a second migrator.
/// </remarks>
internal sealed class HistoryStaysReadable : DbCommandInterceptor
{
    private const string Excluding = """LOCK TABLE "__EFMigrationsHistory" IN ACCESS EXCLUSIVE MODE""";
    private const string Readable = """LOCK TABLE "__EFMigrationsHistory" IN SHARE ROW EXCLUSIVE MODE""";

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Weaken(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Weaken(command);
        return ValueTask.FromResult(result);
    }

    private static void Weaken(DbCommand command)
    {
#pragma warning disable CA2100 // One constant for another.
        command.CommandText = command.CommandText.Replace(Excluding, Readable, StringComparison.Ordinal);
#pragma warning restore CA2100
    }
}
