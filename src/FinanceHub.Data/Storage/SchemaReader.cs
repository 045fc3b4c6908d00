using System.Data.Common;
using System.Globalization;

namespace FinanceHub.Data.Storage;

/// <summary>Reads the history of migrations directly: asking EF for it first builds the whole model, which costs more than everything else.</summary>
public static class SchemaReader
{
    /// <summary>The state of the schema; nothing applied in a database without a history.</summary>
    /// <exception cref="DbException">The database cannot be reached, or is not there.</exception>
    public static async Task<SchemaState> ReadAsync(IDatabaseProvider provider, string connectionString, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(provider);
        await using var connection = provider.Connect(connectionString);
        await connection.OpenAsync(cancellation);
        return SchemaState.Of(await HistoryAsync(provider, connection, cancellation), provider.Migrations);
    }

    private static async Task<IReadOnlyList<string>> HistoryAsync(IDatabaseProvider provider, DbConnection connection, CancellationToken cancellation)
    {
        if (!await HasHistoryAsync(provider, connection, cancellation))
            return [];

        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new List<string>();
        while (await reader.ReadAsync(cancellation))
            applied.Add(reader.GetString(0));
        return applied;
    }

    private static async Task<bool> HasHistoryAsync(IDatabaseProvider provider, DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = provider.CountHistoryTables;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) > 0;
    }
}
