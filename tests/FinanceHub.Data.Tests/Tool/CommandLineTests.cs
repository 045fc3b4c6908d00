namespace FinanceHub.Data.Tests.Tool;

public sealed class CommandLineTests
{
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
    [InlineData("Host", new[] { "up", "--provider", "postgresql", "--connection", "Database=x" })]
    [InlineData("Database", new[] { "up", "--provider", "postgresql", "--connection", "Host=x" })]
    [InlineData("Host=<server>", new[] { "up", "--provider", "PostgreSql", "--connection", "Data Source=x.db;Mode=x" })]
    [InlineData("Host=<server>", new[] { "up", "--provider", "postgresql", "--connection", "Host=x;Database=y;Port=z" })]
    public async Task A_wrong_command_line_is_told_in_one_sentence_and_nothing_is_tried(string expected, string[] arguments) =>
        (await Tool.RunAsync(arguments)).ShouldFail(2, expected);

    [Theory]
    [InlineData("sqlite", "Server=x;Password=hunter2")]
    [InlineData("postgresql", "Host=x;Password=hunter2")]
    [InlineData("postgresql", "Host=x;Database=y;Password=hunter2;Port=hunter2")]
    [InlineData("postgresql", "Host=x;Database=y;Password=\"hunter2")]
    public async Task A_connection_string_with_a_fault_does_not_show_its_password(string provider, string connection) =>
        (await Tool.RunAsync("up", "--provider", provider, "--connection", connection)).Error.ShouldNotContain("hunter2");

    [Fact]
    public async Task Help_is_not_a_failure()
    {
        var run = await Tool.RunAsync("--help");

        run.Code.ShouldBe(0);
        run.Output.ShouldContain("Exit codes");
    }
}
