using FinanceHub.Data.PostgreSql.Migrating;
using FinanceHub.Data.Testing;
using FinanceHub.Testing;
using Npgsql;

namespace FinanceHub.Data.Tests.Tool;

public sealed class DatabaseToolOnPostgreSqlTests : DatabaseToolTests<PostgreSqlTestDatabase>
{
    [Theory]
    [InlineData("status")]
    [InlineData("up")]
    [InlineData("backup", "--output", "copy.dump")]
    public async Task A_server_that_is_not_there_is_unreachable(params string[] command) =>
        (await WithAsync(connection => connection.Port = LoopbackPort.Free(), command)).ShouldFail(3, "failed to connect");

    [Fact]
    public async Task A_password_that_is_wrong_makes_it_unreachable_and_is_not_shown()
    {
        var run = await WithAsync(connection => connection.Password = "hunter2", "up");

        run.ShouldFail(3, "password authentication failed");
        run.Error.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_role_that_may_not_create_the_database_is_told_so_by_the_server()
    {
        await CreateRoleAsync();

        (await WithAsync(connection => (connection.Username, connection.Password) = ("reader", "reader"), "up")).ShouldFail(1, "permission denied to create database");
    }

    [Fact]
    public async Task A_runner_whose_session_ended_does_not_block_the_next_one()
    {
        await Database.PrepareAsync();
        using var held = await RunnerLock.TakeAsync(Database.Connection, TimeSpan.Zero, TestContext.Current.CancellationToken);

        await Database.ReadAsync("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");

        (await OnDatabaseAsync("up")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_runner_that_waits_in_vain_names_the_session_that_holds_the_lock()
    {
        await Database.PrepareAsync();
        using var held = await RunnerLock.TakeAsync(Database.Connection, TimeSpan.Zero, TestContext.Current.CancellationToken);

        var fault = await Should.ThrowAsync<TimeoutException>(() => RunnerLock.TakeAsync(Database.Connection, TimeSpan.Zero, TestContext.Current.CancellationToken));

        var holder = (await Database.ReadAsync("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")).ShouldHaveSingleItem();
        fault.Message.ShouldContain($"session {holder} of the server");
    }

    [Fact]
    public async Task A_runner_that_waited_for_the_database_to_be_created_is_the_only_one_in_it()
    {
        var creator = await RunnerLock.TakeAsync(Database.Connection, TimeSpan.Zero, TestContext.Current.CancellationToken);
        var waiting = RunnerLock.TakeAsync(Database.Connection, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Database.Provider.Administer(Database.Connection).MigrateAsync(null, TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();
        creator.Dispose();
        using var second = await waiting;

        await Should.ThrowAsync<TimeoutException>(() => RunnerLock.TakeAsync(Database.Connection, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_no_file()
    {
        await Database.PrepareAsync();
        await CreateRoleAsync();
        var copy = Database.PathOf("backup");

        (await WithAsync(connection => (connection.Username, connection.Password) = ("reader", "reader"), "backup", "--output", copy)).ShouldFail(1, "permission denied");

        Directory.EnumerateFiles(Database.PathOf()).ShouldBeEmpty();
    }

    private static async Task CreateRoleAsync()
    {
        await using var server = new PostgreSqlTestDatabase();
        await server.PrepareAsync();
        await server.ReadAsync("DO $$ BEGIN CREATE ROLE reader LOGIN PASSWORD 'reader'; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
    }

    private Task<ToolRun> WithAsync(Action<NpgsqlConnectionStringBuilder> change, params string[] command)
    {
        var connection = new NpgsqlConnectionStringBuilder(Database.Connection);
        change(connection);
        return Tool.RunAsync([.. command, "--provider", "postgresql", "--connection", connection.ConnectionString]);
    }
}
