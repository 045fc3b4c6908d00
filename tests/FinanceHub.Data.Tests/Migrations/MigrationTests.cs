using FinanceHub.Data.Storage;
using FinanceHub.Domain.Activities;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Tests.Migrations;

public sealed class MigrationTests : IDisposable
{
    private const string Schema = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY 1";

    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var context = _database.Open();

        context.Database.HasPendingModelChanges().ShouldBeFalse("run: dotnet ef migrations add <Name>, in src/FinanceHub.Data.Sqlite");
    }

    [Fact]
    public void The_migrations_that_are_listed_without_a_database_are_the_ones_of_EF()
    {
        using var context = _database.Open();

        _database.Provider.Migrations.ShouldBe(context.Database.GetMigrations());
        _database.Provider.Migrations.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_migration_goes_down_and_up_again_on_a_populated_database()
    {
        var schemas = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var migration in _database.Provider.Migrations)
        {
            await _database.MigrateAsync(migration);
            schemas[migration] = await _database.ReadAsync(Schema);
        }

        await PopulateAsync();
        string[] downwards = [.. _database.Provider.Migrations.Reverse().Skip(1), "0"];
        foreach (var target in downwards)
        {
            await _database.MigrateAsync(target);
            (await _database.ReadAsync(Schema)).ShouldBe(target == "0" ? [] : schemas[target]);
        }

        await _database.MigrateAsync();
        (await _database.ReadAsync(Schema)).ShouldBe(schemas[_database.Provider.Migrations[^1]]);
        await PopulateAsync();
    }

    [Fact]
    public async Task Going_up_where_nothing_is_pending_keeps_every_row()
    {
        await _database.MigrateAsync();
        await PopulateAsync();

        await _database.MigrateAsync();

        (await _database.ReadAsync("SELECT \"Quantity\" FROM \"Activities\"")).ShouldBe(["10.000000000001"]);
    }

    [Fact]
    public async Task A_runner_that_was_killed_does_not_block_the_next_one()
    {
        await _database.MigrateAsync();
        // What EF leaves behind when its process is killed while it migrates.
        await _database.ReadAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await _database.ReadAsync("INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");

        await _database.MigrateAsync("0").WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await _database.MigrateAsync().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        (await SchemaAsync()).Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migrated_database_writes_ahead_so_that_readers_never_wait()
    {
        await _database.MigrateAsync();

        (await _database.ReadAsync("PRAGMA journal_mode")).ShouldBe(["wal"]);
    }

    [Fact]
    public async Task Migrations_of_a_newer_release_are_not_pending_here()
    {
        await _database.MigrateAsync();
        await _database.ReadAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '10.0.0')");

        var schema = await SchemaAsync();

        schema.Applied.ShouldContain("99990101000000_Future");
        schema.Pending.ShouldBeEmpty();
    }

    private Task<SchemaState> SchemaAsync() => SchemaReader.ReadAsync(_database.Provider, _database.Connection, TestContext.Current.CancellationToken);

    private async Task PopulateAsync()
    {
        var user = await _database.AddUserAsync("ada@example.org");
        var portfolio = await _database.UseAsync(store => store.CreateAsync(user, "P", "EUR", default));
        await _database.UseAsync(store => store.AddActivityAsync(user, portfolio.Id, TemporaryDatabase.Trade(ActivityType.Buy, 10.000000000001m), default));
        await _database.ReadAsync("INSERT INTO \"Instruments\" VALUES ('ACME', 'Acme', 'EUR', 1)");
        await _database.ReadAsync("INSERT INTO \"Prices\" VALUES ('ACME', '2026-01-05', '100.5')");
        await _database.ReadAsync("INSERT INTO \"WorkerHeartbeats\" VALUES ('w', 'r', 1, '2026-01-05 00:00:00')");
    }
}
