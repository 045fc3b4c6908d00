using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Storage;

/// <summary>What differs between the database systems.</summary>
public interface IDatabaseProvider
{
    /// <summary>The name in <c>Database:Provider</c>.</summary>
    string Name { get; }

    /// <summary>The migrations that this build knows, oldest first. Needs no database.</summary>
    IReadOnlyList<string> Migrations { get; }

    /// <summary>What is wrong with a connection string, one sentence; null if nothing is. Never repeats the string: it may hold a password.</summary>
    string? FaultOf(string connectionString);

    /// <summary>Makes a context use this system. The database must exist.</summary>
    void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>A connection that is not open yet. The database must exist.</summary>
    DbConnection Connect(string connectionString);

    /// <summary>Where the database is, without anything secret, for messages.</summary>
    string Describe(string connectionString);

    /// <summary>A query for the number of history tables: 0 or 1.</summary>
    string CountHistoryTables { get; }

    /// <summary>A query for the names of the tables that there are.</summary>
    string TableNames { get; }

    /// <summary>At the end of a query: passes over the rows that another transaction holds, and holds the others. Empty where there is one writer at a time.</summary>
    string SkipLocked { get; }

    /// <summary>What only the database tool does.</summary>
    IDatabaseAdministration Administer(string connectionString);

    /// <summary>Whether the exception says that the database cannot be reached, or is not there.</summary>
    bool IsUnreachable(DbException fault);

    /// <summary>Whether the exception says that there is no database yet.</summary>
    bool IsMissing(DbException fault, string connectionString);
}
