using Npgsql;

namespace FinanceHub.Data.PostgreSql.Migrating;

/// <summary>The database that every server has; from there others are created.</summary>
internal static class MaintenanceDatabase
{
    private const string Name = "postgres";

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var session = new NpgsqlConnection(PostgreSqlConnectionText.ForAdministration(connectionString, Name));
        try
        {
            await session.OpenAsync(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the server has the database of the connection string.</summary>
    public static async Task<bool> HasAsync(NpgsqlConnection session, string connectionString, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = @database)", session);
        command.Parameters.AddWithValue("@database", PostgreSqlConnectionText.Database(connectionString));
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Creates the database of the connection string; nothing if another runner was faster.</summary>
    public static async Task CreateAsync(string connectionString, CancellationToken cancellation)
    {
        await using var session = await OpenAsync(connectionString, cancellation);
        var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(PostgreSqlConnectionText.Database(connectionString));
#pragma warning disable CA2100 // A name cannot be a parameter here; it is quoted.
        await using var command = new NpgsqlCommand($"CREATE DATABASE {quoted} ENCODING 'UTF8' TEMPLATE template0", session);
#pragma warning restore CA2100
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // It is there, and that was wanted.
        }
    }
}
