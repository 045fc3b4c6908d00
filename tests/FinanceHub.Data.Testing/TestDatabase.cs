using System.Globalization;
using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Testing;

/// <summary>A database of its own for a test, and a directory; the database is not there until it is prepared or migrated.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub data ");

    /// <summary>Its system.</summary>
    public abstract IDatabaseProvider Provider { get; }

    /// <summary>Its connection string.</summary>
    public abstract string Connection { get; }

    /// <summary>A query for one line for each thing that the schema is made of, EF's own tables left out.</summary>
    public abstract string SchemaQuery { get; }

    /// <summary>Whether there is a database.</summary>
    public abstract Task<bool> ExistsAsync();

    /// <summary>Creates it with all migrations, by the quickest way there is.</summary>
    public abstract Task PrepareAsync();

    /// <summary>Reads a backup of it, as somebody would who has to restore it.</summary>
    /// <returns>The first column of what <paramref name="sql"/> finds in the backup.</returns>
    public abstract Task<IReadOnlyList<string>> ReadBackupAsync(string file, string sql);

    /// <summary>A path in the test's directory, whose name has a space.</summary>
    public string PathOf(params IEnumerable<string> names) => Path.Combine([_directory.FullName, .. names]);

    /// <summary>Migrates it as the database tool does.</summary>
    public async Task MigrateAsync(string? target = null, CancellationToken cancellation = default)
    {
        var administration = Provider.Administer(Connection);
        using var runner = await administration.LockAsync(TimeSpan.FromSeconds(10), cancellation);
        await administration.MigrateAsync(target, cancellation);
    }

    /// <summary>A context, as a host has it.</summary>
    public FinanceHubDbContext Open()
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        Provider.Configure(options, Connection);
        return new FinanceHubDbContext(options.Options);
    }

    /// <summary>The first column of what a statement finds.</summary>
    public Task<IReadOnlyList<string>> ReadAsync(string sql) => ReadAsync(Connection, sql);

    /// <summary>What the hosts are told.</summary>
    public Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = Provider.Name,
        ["ConnectionStrings:FinanceHub"] = Connection,
        ["DataProtection:KeyDirectory"] = PathOf("keys"),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await RemoveAsync().ConfigureAwait(false);
        _directory.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes what is outside of the directory, and lets go of what is in it.</summary>
    protected abstract Task RemoveAsync();

    /// <summary>The first column of what a statement finds in a database.</summary>
    protected async Task<IReadOnlyList<string>> ReadAsync(string connectionString, string sql)
    {
        await using var connection = Provider.Connect(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }
}
