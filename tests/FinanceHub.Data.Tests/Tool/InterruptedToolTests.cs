using System.Diagnostics;
using System.Globalization;
using FinanceHub.Data.PostgreSql.Migrating;
using FinanceHub.Data.Testing;
using FinanceHub.Database;
using FinanceHub.Testing;

namespace FinanceHub.Data.Tests.Tool;

/// <summary>A terminal sends Ctrl+C to every program in it: to a deploy, and to the tool that the deploy runs.</summary>
public sealed class InterruptedToolTests : IAsyncLifetime
{
    private readonly PostgreSqlTestDatabase _database = new();

    public async ValueTask InitializeAsync() => await _database.PrepareAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 0)]
    public async Task An_interrupt_is_the_callers_to_answer_and_ends_the_tool_where_there_is_none(string? byCaller, int expected)
    {
        var running = await RunnerLock.TakeAsync(_database.Connection, TimeSpan.Zero, TestContext.Current.CancellationToken);
        using var tool = Start(byCaller);
        await Eventually.TrueAsync(async () => (await _database.ReadAsync("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%advisory%' AND pid <> pg_backend_pid()")).Count > 1, "it waits for the runner that works");

        using (var kill = Process.Start("kill", ["-INT", tool.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (byCaller is not null)
            running.Dispose();
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        running.Dispose();

        tool.ExitCode.ShouldBe(expected, await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private Process Start(string? byCaller)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DatabaseTool).Assembly.Location, "down", "--to", "0", "--provider", "postgresql", "--connection", _database.Connection])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment[TerminationSignals.InterruptedByCaller] = byCaller;
        return Process.Start(start)!;
    }
}
