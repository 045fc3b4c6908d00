using FinanceHub.Data.PostgreSql;
using FinanceHub.Data.Storage;
using FinanceHub.Data.Testing;
using Npgsql;

namespace FinanceHub.Data.Tests.Migrations;

public sealed class PostgreSqlMigrationTests : MigrationTests<PostgreSqlTestDatabase>
{
    /// <summary>The newest migration that needs what the customers of these tests hold; those after it go down without it.</summary>
    private const string NeedsActivities = "20261130040914_CurrencyExchanges";

    [Theory]
    [InlineData("Activities", "Amount", "numeric")]
    [InlineData("Activities", "Date", "date")]
    [InlineData("Activities", "Fee", "numeric")]
    [InlineData("Activities", "Id", "uuid")]
    [InlineData("Activities", "Quantity", "numeric")]
    [InlineData("Activities", "Tax", "numeric")]
    [InlineData("Activities", "UnitPrice", "numeric")]
    [InlineData("Portfolios", "CreatedAt", "timestamp with time zone")]
    [InlineData("Prices", "Close", "numeric")]
    [InlineData("Users", "LockoutEnd", "timestamp with time zone")]
    [InlineData("WorkerHeartbeats", "LastBeatAt", "timestamp with time zone")]
    public async Task A_column_has_the_type_of_what_it_holds_and_no_number_is_rounded(string table, string column, string type)
    {
        await Database.PrepareAsync();

        // The number of decimals is part of this text; without one PostgreSQL keeps as many as it is given.
        (await Database.ReadAsync($"SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '\"{table}\"'::regclass AND attname = '{column}'")).ShouldBe([type]);
    }

    [Fact]
    public async Task A_migration_waits_for_a_lock_only_so_long_that_customers_do_not_queue_behind_it_and_tries_again()
    {
        await Database.PrepareAsync();
        await using var customer = await LockAsync("\"Activities\" IN ACCESS SHARE MODE");

        var down = MigrateAsync("0");
        await Task.Delay(TimeSpan.FromSeconds(1.2), TestContext.Current.CancellationToken);
        down.IsCompleted.ShouldBeFalse();
        await customer.CloseAsync();

        await down.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        (await SchemaAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migration_that_never_gets_its_lock_changes_nothing_and_names_the_session_that_is_in_its_way()
    {
        await Database.PrepareAsync();
        await using var customer = await LockAsync("\"Activities\" IN ACCESS SHARE MODE");
        var administration = new PostgreSqlAdministration(Database.Connection, lockPatience: TimeSpan.FromMilliseconds(500));

        var fault = await Should.ThrowAsync<TimeoutException>(() => administration.MigrateAsync("0", TestContext.Current.CancellationToken));

        fault.Message.ShouldContain($"session {customer.ProcessID} ");
        (await SchemaAsync()).Applied[^1].ShouldBe(NeedsActivities);
    }

    [Fact]
    public async Task While_a_migration_runs_the_readiness_of_the_hosts_can_be_told()
    {
        await Database.PrepareAsync();
        // Keeps the migration in its transaction, past the lock that EF takes first.
        await using var customer = await LockAsync("\"Activities\" IN ACCESS SHARE MODE");
        var down = MigrateAsync("0");
        await FinanceHub.Testing.Eventually.TrueAsync(
            async () => (await Database.ReadAsync("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '\"Activities\"'::regclass")).Count > 0, "the migration waits");

        (await SchemaAsync().WaitAsync(TimeSpan.FromMilliseconds(700), TestContext.Current.CancellationToken)).Applied[^1].ShouldBe(NeedsActivities);

        await customer.CloseAsync();
        await down;
    }

    [Fact]
    public async Task Two_that_migrate_without_the_tools_lock_still_migrate_once()
    {
        Task MigrateUnlockedAsync() => Database.Provider.Administer(Database.Connection).MigrateAsync(null, TestContext.Current.CancellationToken);

        await Task.WhenAll(MigrateUnlockedAsync(), MigrateUnlockedAsync());

        (await SchemaAsync()).Pending.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(LongMigrations.Operation)]
    [InlineData(LongMigrations.Statements)]
    public async Task An_index_that_is_built_concurrently_has_no_limit_of_time_and_holds_up_nobody(string migration)
    {
        await Database.PrepareAsync();
        await using var customer = await LockAsync("\"Activities\" IN ROW EXCLUSIVE MODE");

        var up = LongAdministration.MigrateAsync(migration, TestContext.Current.CancellationToken);
        await FinanceHub.Testing.Eventually.TrueAsync(
            async () => (await Database.ReadAsync("SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'virtualxid'")).Count > 0, "the build waits for older transactions");
        // Longer than every other statement may take.
        await Task.Delay(TimeSpan.FromSeconds(5.5), TestContext.Current.CancellationToken);
        up.IsCompleted.ShouldBeFalse();
        await Database.ReadAsync("SET lock_timeout = '1s'; DELETE FROM \"Activities\"");
        await customer.CloseAsync();

        await up.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        (await Database.ReadAsync("SELECT indisvalid::text FROM pg_index WHERE indexrelid = '\"IX_Long\"'::regclass")).ShouldBe(["true"]);
        (await SchemaAsync()).Applied[^1].ShouldBe(migration);
        if (migration == LongMigrations.Statements)
            (await Database.ReadAsync("SELECT * FROM \"Limits\"")).ShouldBe(["1s 5s"], "the next statement has its limits again");
    }

    [Fact]
    public async Task Whatever_else_runs_outside_of_a_transaction_is_still_limited()
    {
        await Database.PrepareAsync();

        (await Should.ThrowAsync<PostgresException>(() => LongAdministration.MigrateAsync(null, TestContext.Current.CancellationToken))).SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);

        (await SchemaAsync()).Applied[^1].ShouldBe(LongMigrations.Statements);
    }

    private PostgreSqlAdministration LongAdministration => new(Database.Connection, migrations: typeof(LongMigrations).Assembly);

    private async Task<NpgsqlConnection> LockAsync(string what)
    {
        var connection = new NpgsqlConnection(Database.Connection + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = $"BEGIN; LOCK TABLE {what}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
