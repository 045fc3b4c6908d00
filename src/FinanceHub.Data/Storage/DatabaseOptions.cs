namespace FinanceHub.Data.Storage;

/// <summary>Which database a host uses: section <c>Database</c>, and the connection string <c>FinanceHub</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Database";

    /// <summary>The name of the connection string.</summary>
    public const string ConnectionName = "FinanceHub";

    /// <summary>The database system; Sqlite if nothing is configured.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>The connection string.</summary>
    public string ConnectionString { get; set; } = "";
}
