using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FinanceHub.Data.PostgreSql.Migrating;

/// <summary>Limits every statement of a migration, so that it fails instead of holding up the customers who queue behind its lock.</summary>
/// <remarks><see cref="NonBlockingStatements"/> has the exceptions.</remarks>
internal sealed class MigrationSession : DbConnectionInterceptor
{
    internal const string Limits = "SET lock_timeout = '1s'; SET statement_timeout = '5s'";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CreateCommand(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = CreateCommand(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand CreateCommand(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Limits;
        return command;
    }
}
