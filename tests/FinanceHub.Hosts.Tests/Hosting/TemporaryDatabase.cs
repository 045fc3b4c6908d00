using FinanceHub.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace FinanceHub.Hosts.Tests.Hosting;

/// <summary>A directory for a SQLite file and keys; the file is there once it is migrated.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub hosts ");

    public string Root => _directory.FullName;

    public string Keys => Path.Combine(Root, "keys");

    public string Connection => new SqliteConnectionStringBuilder { DataSource = Path.Combine(Root, "financehub.db") }.ConnectionString;

    public Task MigrateAsync(string? target = null) => new SqliteProvider().Administer(Connection).MigrateAsync(target, CancellationToken.None);

    /// <summary>What the hosts are told.</summary>
    public Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = "Sqlite",
        ["ConnectionStrings:FinanceHub"] = Connection,
        ["DataProtection:KeyDirectory"] = Keys,
    };

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }
}
