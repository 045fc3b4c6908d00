using System.Text.Json;
using FinanceHub.Data.Testing;

namespace FinanceHub.Data.Tests.Tool;

public abstract class DatabaseToolTests<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    protected TDatabase Database { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_migrations_are_listed_without_a_database()
    {
        var run = await Tool.RunAsync("migrations", "--json", "--provider", Database.Provider.Name.ToLowerInvariant());

        run.Code.ShouldBe(0);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("migrations").EnumerateArray().Select(one => one.GetString()).ShouldBe(Database.Provider.Migrations);
        (await Database.ExistsAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Up_creates_the_database_and_is_done_the_second_time()
    {
        (await OnDatabaseAsync("up")).Code.ShouldBe(0);
        (await OnDatabaseAsync("up")).Output.ShouldContain("nothing to do");

        var status = JsonDocument.Parse((await OnDatabaseAsync("status", "--json")).Output).RootElement;
        status.GetProperty("applied").GetArrayLength().ShouldBe(Database.Provider.Migrations.Count);
        status.GetProperty("pending").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Down_takes_back_what_came_after_its_target()
    {
        await OnDatabaseAsync("up");

        (await OnDatabaseAsync("down", "--to", Database.Provider.Migrations[^1])).Output.ShouldContain("nothing to do");
        (await OnDatabaseAsync("down", "--to", "0")).Output.ShouldContain(Database.Provider.Migrations[0]);

        (await OnDatabaseAsync("status")).Output.ShouldStartWith("pending");
    }

    [Fact]
    public async Task Down_refuses_a_target_that_was_never_applied_and_what_only_a_newer_release_can_undo()
    {
        await OnDatabaseAsync("up");

        (await OnDatabaseAsync("down", "--to", "20200101000000_Nothing")).ShouldFail(2, "20200101000000_Nothing");
        await Database.ReadAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '10.0.0')");
        (await OnDatabaseAsync("down", "--to", "0")).ShouldFail(1, "99990101000000_Future");
    }

    [Fact]
    public async Task What_stays_as_the_newest_migration_may_be_another_releases()
    {
        await OnDatabaseAsync("up");
        string[] own = [.. Database.Provider.Migrations];
        var foreign = $"{own[^2]}_Of_another_release";
        await Database.ReadAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('{foreign}', '10.0.0')");

        (await OnDatabaseAsync("down", "--to", own[^2])).ShouldFail(1, foreign);
        (await OnDatabaseAsync("down", "--to", foreign)).Output.ShouldContain($"took back {own[^1]}");

        (await Database.ReadAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1")).ShouldBe([.. own[..^1], foreign]);
        (await OnDatabaseAsync("up")).Output.ShouldContain($"applied {own[^1]}");
    }

    [Fact]
    public async Task Seeding_twice_adds_one_demo_account()
    {
        await OnDatabaseAsync("up");

        (await OnDatabaseAsync("seed")).Output.ShouldContain("added the demo account");
        (await OnDatabaseAsync("seed")).Output.ShouldContain("nothing to do");

        (await Database.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["1"]);
        (await Database.ReadAsync("SELECT count(*) FROM \"Portfolios\"")).ShouldBe(["2"]);
        (await OnDatabaseAsync("verify")).Output.ShouldContain("2 portfolios that add up");
        (await Database.ReadAsync("SELECT DISTINCT \"Type\" FROM \"Activities\" ORDER BY 1")).Count.ShouldBe(10, "all but a return of capital");
    }

    [Fact]
    public async Task Seeding_a_database_that_lacks_migrations_says_what_to_run()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("down", "--to", "0");

        (await OnDatabaseAsync("seed")).ShouldFail(1, "run: up");
    }

    [Fact]
    public async Task Counting_leaves_out_a_table_that_only_another_release_has()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");
        var all = await CountAsync();
        all.ShouldContainKeyAndValue("users", 1);
        all.ShouldContainKeyAndValue("imports", 0);

        // The schema of the release before, which did not have it yet.
        await Database.ReadAsync("DROP TABLE \"Imports\"");

        (await CountAsync()).ShouldBe(all.Where(table => table.Key != "imports"), ignoreOrder: true);
    }

    [Fact]
    public async Task Counting_none_of_the_tables_is_no_count()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("down", "--to", "0");

        (await OnDatabaseAsync("count")).ShouldFail(1, "run: up");
    }

    [Fact]
    public async Task A_backup_is_a_whole_database_and_never_overwrites()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");
        var copy = Database.PathOf("backup of today");

        (await OnDatabaseAsync("backup", "--output", copy)).Code.ShouldBe(0);

        (await Database.ReadBackupAsync(copy, "SELECT count(*) FROM \"Activities\"")).ShouldBe(await Database.ReadAsync("SELECT count(*) FROM \"Activities\""));
        (await Database.ReadBackupAsync(copy, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"")).ShouldBe(Database.Provider.Migrations);
        (await OnDatabaseAsync("backup", "--output", copy)).ShouldFail(1, "exists already");
    }

    [Fact]
    public async Task A_restore_brings_back_what_was_there_and_keeps_what_it_replaces()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");
        var copy = Database.PathOf("backup of today");
        await OnDatabaseAsync("backup", "--output", copy);
        await Database.ReadAsync("DELETE FROM \"Users\"");

        (await OnDatabaseAsync("restore", "--input", copy)).ShouldFail(1, "--replace");
        (await Database.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["0"]);
        var restored = await OnDatabaseAsync("restore", "--input", copy, "--replace");

        restored.Code.ShouldBe(0, restored.Error);
        restored.Output.ShouldContain("What was there is kept as");
        // The server has ended the sessions that the test's pool still holds.
        Npgsql.NpgsqlConnection.ClearAllPools();
        (await Database.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["1"]);
        (await OnDatabaseAsync("verify")).Output.ShouldContain("sound");
    }

    [Fact]
    public async Task A_restore_needs_no_database_to_begin_with()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");
        var copy = Database.PathOf("backup");
        await OnDatabaseAsync("backup", "--output", copy);
        await using var other = new TDatabase();

        var restored = await Tool.RunAsync("restore", "--input", copy, "--provider", other.Provider.Name, "--connection", other.Connection);

        restored.Code.ShouldBe(0, restored.Error);
        (await other.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_file_that_is_no_whole_backup_changes_nothing()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");
        var copy = Database.PathOf("backup");
        await OnDatabaseAsync("backup", "--output", copy);
        await File.WriteAllBytesAsync(copy, (await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken))[..^4096], TestContext.Current.CancellationToken);

        (await OnDatabaseAsync("restore", "--input", copy, "--replace")).Code.ShouldBe(1);
        (await OnDatabaseAsync("restore", "--input", Database.PathOf("nothing"), "--replace")).Code.ShouldBe(1);

        (await Database.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_reset_asks_first_and_leaves_an_empty_current_schema()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");

        (await OnDatabaseAsync("reset")).ShouldFail(2, "reset --yes");
        (await Database.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["1"]);
        (await OnDatabaseAsync("reset", "--yes")).Code.ShouldBe(0);

        (await Database.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["0"]);
        (await OnDatabaseAsync("up")).Output.ShouldContain("nothing to do");
    }

    [Fact]
    public async Task Verifying_finds_a_portfolio_that_does_not_add_up()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");
        (await OnDatabaseAsync("verify")).Output.ShouldContain("2 portfolios that add up");

        // Behind the product's back: more is sold than there ever was.
        await Database.ReadAsync("DELETE FROM \"Activities\" WHERE \"Type\" = 1");

        (await OnDatabaseAsync("verify")).ShouldFail(1, "Portfolio ");
    }

    [Theory]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("reset", "--yes")]
    [InlineData("seed")]
    [InlineData("backup", "--output", "copy.db")]
    public async Task A_database_that_is_not_there_is_unreachable(params string[] command) =>
        (await OnDatabaseAsync(command)).Code.ShouldBe(3);

    [Fact]
    public async Task A_second_runner_waits_for_the_first_and_then_finds_nothing_to_do()
    {
        var held = await Database.Provider.Administer(Database.Connection).LockAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
        var first = Task.Run(() => OnDatabaseAsync("up"), TestContext.Current.CancellationToken);
        var second = Task.Run(() => OnDatabaseAsync("up"), TestContext.Current.CancellationToken);
        first.IsCompleted.ShouldBeFalse();
        held.Dispose();

        var runs = await Task.WhenAll(first, second);

        runs.ShouldAllBe(run => run.Code == 0);
        runs.Count(run => run.Output.Contains("applied", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_runner_that_waits_in_vain_says_what_it_waits_for()
    {
        var administration = Database.Provider.Administer(Database.Connection);
        using var held = await administration.LockAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        var fault = await Should.ThrowAsync<TimeoutException>(() => administration.LockAsync(TimeSpan.FromMilliseconds(120), TestContext.Current.CancellationToken));

        fault.Message.ShouldContain("another run of the database tool");
    }

    private async Task<Dictionary<string, int>> CountAsync()
    {
        var run = await OnDatabaseAsync("count", "--json");
        run.Code.ShouldBe(0, run.Error);
        return JsonSerializer.Deserialize<Dictionary<string, int>>(run.Output)!;
    }

    protected Task<ToolRun> OnDatabaseAsync(params string[] command) =>
        Tool.RunAsync([.. command, "--provider", Database.Provider.Name, "--connection", Database.Connection]);
}
