using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FinanceHub.Data.PostgreSql.Migrating;

/// <summary>Lifts the limits of <see cref="MigrationSession"/> from what takes long by nature and holds up nobody meanwhile.</summary>
/// <remarks>
/// What is built CONCURRENTLY, and a constraint that is validated by itself, lock their table against other changes of the schema only: customers read and
/// write on. They wait for the transactions that are older, which <c>lock_timeout</c> would end, and on a large table they work for longer than
/// <c>statement_timeout</c> allows; an index whose build was ended stays behind, invalid and in the way of the next try. Within a transaction the limits stay:
/// there, locks that were taken before are held meanwhile.
/// </remarks>
internal sealed partial class NonBlockingStatements : DbCommandInterceptor
{
    private const string NoLimits = "SET lock_timeout = 0; SET statement_timeout = 0";

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (IsNonBlocking(command))
        {
            using var setting = Setting(command, NoLimits);
            setting.ExecuteNonQuery();
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (IsNonBlocking(command))
        {
            await using var setting = Setting(command, NoLimits);
            await setting.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    // After a failure the session ends, and its settings with it.
    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        if (IsNonBlocking(command))
        {
            using var setting = Setting(command, MigrationSession.Limits);
            setting.ExecuteNonQuery();
        }

        return result;
    }

    public override async ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (IsNonBlocking(command))
        {
            await using var setting = Setting(command, MigrationSession.Limits);
            await setting.ExecuteNonQueryAsync(cancellationToken);
        }

        return result;
    }

    /// <summary>Whether a command is one of those statements and nothing else; what is not recognized is limited.</summary>
    internal static bool IsNonBlocking(string command) => NonBlocking().IsMatch(command);

    private static bool IsNonBlocking(DbCommand command) => command.Transaction is null && IsNonBlocking(command.CommandText);

    private static DbCommand Setting(DbCommand command, string limits)
    {
        var setting = command.Connection!.CreateCommand();
#pragma warning disable CA2100 // One of two constants.
        setting.CommandText = limits;
#pragma warning restore CA2100
        return setting;
    }

    /// <summary>One statement alone, and of an ALTER TABLE one action alone.</summary>
    [GeneratedRegex(@"^\s*(((CREATE\s+(UNIQUE\s+)?|DROP\s+|RE)INDEX\s+((INDEX|TABLE|SCHEMA)\s+)?CONCURRENTLY)\b[^;]*|ALTER\s+TABLE\s[^;,]*\sVALIDATE\s+CONSTRAINT\s[^;,]*);?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex NonBlocking();
}
