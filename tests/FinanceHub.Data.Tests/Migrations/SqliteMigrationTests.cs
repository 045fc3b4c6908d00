using FinanceHub.Data.Testing;

namespace FinanceHub.Data.Tests.Migrations;

public sealed class SqliteMigrationTests : MigrationTests<SqliteTestDatabase>
{
    [Fact]
    public async Task A_runner_that_was_killed_does_not_block_the_next_one()
    {
        await Database.PrepareAsync();
        // What EF leaves behind when its process is killed while it migrates.
        await Database.ReadAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await Database.ReadAsync("INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");

        await MigrateAsync("0").WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await MigrateAsync().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        (await SchemaAsync()).Pending.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migrated_database_writes_ahead_so_that_readers_never_wait()
    {
        await Database.PrepareAsync();

        (await Database.ReadAsync("PRAGMA journal_mode")).ShouldBe(["wal"]);
    }

    [Fact]
    public async Task A_number_is_stored_as_the_text_that_it_is()
    {
        await Database.PrepareAsync();

        (await Database.ReadAsync("SELECT DISTINCT type FROM pragma_table_info('Activities') WHERE name IN ('Quantity', 'UnitPrice', 'Fee', 'Tax', 'Amount')")).ShouldBe(["TEXT"]);
    }
}
