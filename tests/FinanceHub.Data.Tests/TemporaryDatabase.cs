using FinanceHub.Data.Portfolios;
using FinanceHub.Data.Sqlite;
using FinanceHub.Data.Users;
using FinanceHub.Domain.Activities;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests;

/// <summary>A SQLite file of its own, in a directory with a space in its name; not there until it is migrated.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("financehub data ");

    internal SqliteProvider Provider { get; } = new();

    internal string File => Path.Combine(_directory.FullName, "data", "financehub.db");

    internal string PathOf(string name) => Path.Combine(_directory.FullName, name);

    internal string Connection => new SqliteConnectionStringBuilder { DataSource = File }.ConnectionString;

    internal Task MigrateAsync(string? target = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        return Provider.Administer(Connection).MigrateAsync(target, TestContext.Current.CancellationToken);
    }

    internal FinanceHubDbContext Open()
    {
        var options = new DbContextOptionsBuilder<FinanceHubDbContext>();
        Provider.Configure(options, Connection);
        return new FinanceHubDbContext(options.Options);
    }

    internal async Task<Guid> AddUserAsync(string email)
    {
        await using var context = Open();
        var user = new User { Id = Guid.CreateVersion7(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant() };
        context.Add(user);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return user.Id;
    }

    internal async Task<T> UseAsync<T>(Func<PortfolioStore, Task<T>> use)
    {
        await using var context = Open();
        return await use(new PortfolioStore(context, TimeProvider.System));
    }

    internal async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return rows;
    }

    internal static Activity Trade(ActivityType type, decimal quantity, decimal price = 100m) =>
        new() { Date = new DateOnly(2026, 1, 5), Sequence = 0, Type = type, Currency = "EUR", Symbol = "ACME", Quantity = quantity, UnitPrice = price };

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }
}
