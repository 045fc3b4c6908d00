using System.Data.Common;
using Npgsql;

namespace FinanceHub.Data.PostgreSql;

/// <summary>What the exceptions of PostgreSQL mean.</summary>
internal static class PostgreSqlFaults
{
    // Not here, not for us, not now; https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static readonly string[] Unreachable =
    [
        PostgresErrorCodes.InvalidCatalogName,
        PostgresErrorCodes.InvalidPassword,
        PostgresErrorCodes.InvalidAuthorizationSpecification,
        PostgresErrorCodes.TooManyConnections,
        PostgresErrorCodes.AdminShutdown,
        PostgresErrorCodes.CrashShutdown,
        PostgresErrorCodes.CannotConnectNow,
    ];

    /// <summary>The server or the database does not answer to us.</summary>
    public static bool IsUnreachable(DbException fault) => fault switch
    {
        PostgresException answer => Unreachable.Contains(answer.SqlState, StringComparer.Ordinal) || answer.SqlState.StartsWith("08", StringComparison.Ordinal),
        // What the driver says itself, not the server: refused, broken off, no answer in time.
        NpgsqlException driver => driver.InnerException is IOException or System.Net.Sockets.SocketException or TimeoutException || driver.IsTransient,
        _ => false,
    };

    /// <summary>The server answers and does not have the database.</summary>
    public static bool IsMissing(DbException fault) => fault is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName };

    /// <summary>Another session held a lock for longer than <c>lock_timeout</c>.</summary>
    public static bool IsLocked(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };
}
