using System.Text.Json;
using FinanceHub.Database;
using Microsoft.Data.Sqlite;

namespace FinanceHub.Data.Tests.Tool;

public sealed class DatabaseToolTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_migrations_are_listed_without_a_database()
    {
        var run = await ToolAsync("migrations", "--json");

        run.Code.ShouldBe(0);
        JsonDocument.Parse(run.Output).RootElement.GetProperty("migrations").EnumerateArray().Select(one => one.GetString()).ShouldBe(_database.Provider.Migrations);
        File.Exists(_database.File).ShouldBeFalse();
    }

    [Fact]
    public async Task Up_creates_the_database_and_is_done_the_second_time()
    {
        (await OnDatabaseAsync("up")).Code.ShouldBe(0);
        (await OnDatabaseAsync("up")).Output.ShouldContain("nothing to do");

        var status = JsonDocument.Parse((await OnDatabaseAsync("status", "--json")).Output).RootElement;
        status.GetProperty("applied").GetArrayLength().ShouldBe(_database.Provider.Migrations.Count);
        status.GetProperty("pending").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Down_takes_back_what_came_after_its_target()
    {
        await OnDatabaseAsync("up");

        (await OnDatabaseAsync("down", "--to", _database.Provider.Migrations[^1])).Output.ShouldContain("nothing to do");
        (await OnDatabaseAsync("down", "--to", "0")).Output.ShouldContain(_database.Provider.Migrations[0]);

        (await OnDatabaseAsync("status")).Output.ShouldStartWith("pending");
    }

    [Fact]
    public async Task Down_refuses_a_target_that_was_never_applied_and_what_only_a_newer_release_can_undo()
    {
        await OnDatabaseAsync("up");

        (await OnDatabaseAsync("down", "--to", "20200101000000_Nothing")).ShouldFail(2, "20200101000000_Nothing");
        await _database.ReadAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '10.0.0')");
        (await OnDatabaseAsync("down", "--to", "0")).ShouldFail(1, "99990101000000_Future");
    }

    [Fact]
    public async Task Seeding_twice_adds_one_demo_account()
    {
        await OnDatabaseAsync("up");

        (await OnDatabaseAsync("seed")).Output.ShouldContain("added the demo account");
        (await OnDatabaseAsync("seed")).Output.ShouldContain("nothing to do");

        (await _database.ReadAsync("SELECT count(*) FROM \"Users\"")).ShouldBe(["1"]);
        (await _database.ReadAsync("SELECT count(*) FROM \"Activities\"")).ShouldBe(["9"]);
    }

    [Fact]
    public async Task Seeding_a_database_that_lacks_migrations_says_what_to_run()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("down", "--to", "0");

        (await OnDatabaseAsync("seed")).ShouldFail(1, "run: up");
    }

    [Fact]
    public async Task A_backup_is_a_whole_database_and_never_overwrites()
    {
        await OnDatabaseAsync("up");
        await OnDatabaseAsync("seed");
        var copy = _database.PathOf("backup of today.db");

        (await OnDatabaseAsync("backup", "--output", copy)).Code.ShouldBe(0);

        await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly }.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM \"Activities\"";
            (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(9L);
        }

        (await OnDatabaseAsync("backup", "--output", copy)).ShouldFail(1, "exists already");
    }

    [Theory]
    [InlineData("status")]
    [InlineData("seed")]
    [InlineData("backup", "--output", "copy.db")]
    public async Task A_database_that_is_not_there_is_unreachable(params string[] command) =>
        (await OnDatabaseAsync(command)).Code.ShouldBe(3);

    [Fact]
    public async Task A_file_that_is_not_a_database_is_unreachable()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_database.File)!);
        await File.WriteAllTextAsync(_database.File, new string('x', 5000), TestContext.Current.CancellationToken);

        (await OnDatabaseAsync("status")).ShouldFail(3, "not a database");
    }

    [Theory]
    [InlineData("expected one of", new string[0])]
    [InlineData("\"upp\"", new[] { "upp" })]
    [InlineData("--sideways", new[] { "up", "--sideways" })]
    [InlineData("--to", new[] { "down", "--connection", "Data Source=x.db" })]
    [InlineData("--output", new[] { "backup", "--connection", "Data Source=x.db" })]
    [InlineData("expected a value", new[] { "up", "--connection" })]
    [InlineData("\"oracle\"", new[] { "up", "--provider", "oracle" })]
    [InlineData("Data Source", new[] { "up", "--connection", "Server=x" })]
    [InlineData("in memory", new[] { "up", "--connection", "Data Source=:memory:" })]
    public async Task A_wrong_command_line_is_told_in_one_sentence_and_nothing_is_tried(string expected, string[] arguments) =>
        (await ToolAsync(arguments)).ShouldFail(2, expected);

    [Fact]
    public async Task A_connection_string_with_a_fault_does_not_show_its_password() =>
        (await ToolAsync("up", "--connection", "Server=x;Password=hunter2")).Error.ShouldNotContain("hunter2");

    [Fact]
    public async Task A_second_runner_waits_for_the_first_and_then_finds_nothing_to_do()
    {
        var held = await _database.Provider.Administer(_database.Connection).LockAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
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
        var administration = _database.Provider.Administer(_database.Connection);
        using var held = await administration.LockAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

        var fault = await Should.ThrowAsync<TimeoutException>(() => administration.LockAsync(TimeSpan.FromMilliseconds(120), TestContext.Current.CancellationToken));

        fault.Message.ShouldContain("another run of the database tool");
    }

    [Fact]
    public async Task Help_is_not_a_failure()
    {
        var run = await ToolAsync("--help");

        run.Code.ShouldBe(0);
        run.Output.ShouldContain("Exit codes");
    }

    private Task<ToolRun> OnDatabaseAsync(params string[] command) => ToolAsync([.. command, "--connection", _database.Connection]);

    private static async Task<ToolRun> ToolAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await DatabaseTool.RunAsync(arguments, output, error);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    private sealed record ToolRun(int Code, string Output, string Error)
    {
        public void ShouldFail(int code, string because)
        {
            Code.ShouldBe(code, Error);
            Error.ShouldContain(because, Case.Insensitive);
            Error.Trim().ShouldNotContain('\n');
            Output.ShouldBeEmpty();
        }
    }
}
