using System.Diagnostics;
using System.Globalization;
using FinanceHub.Testing;
using FinanceHub.Testing.PostgreSql;

namespace FinanceHub.Data.Tests.Servers;

/// <summary>The server that the tests start for themselves leaves nothing behind.</summary>
public sealed class TestServerTests
{
    private const string FileVariable = "FINANCEHUB_TEST_SERVER_FILE";

    [Fact]
    public void A_server_that_is_stopped_is_gone_with_its_files()
    {
        var server = PostgreSqlCluster.Start();
        IsRunning(server.ProcessId).ShouldBeTrue();
        Directory.Exists(server.Directory).ShouldBeTrue();

        server.Dispose();

        IsRunning(server.ProcessId).ShouldBeFalse();
        Directory.Exists(server.Directory).ShouldBeFalse();
    }

    [Fact]
    public async Task Tests_that_are_killed_take_their_server_with_them()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var tests = StartThese(nameof(Hold_a_server_until_the_tests_are_killed), file);
            await Eventually.TrueAsync(() => File.ReadAllLines(file).Length == 2, "the other tests have a server", TimeSpan.FromSeconds(60));
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            var (server, directory) = (int.Parse(lines[0], CultureInfo.InvariantCulture), lines[1]);
            IsRunning(server).ShouldBeTrue();

            tests.Kill();

            await Eventually.TrueAsync(() => !IsRunning(server) && !Directory.Exists(directory), "the server and its files are gone");
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static bool IsStartedByATest => Environment.GetEnvironmentVariable(FileVariable) is not null;

    /// <summary>Not a test of its own: what <see cref="Tests_that_are_killed_take_their_server_with_them"/> starts in another process.</summary>
    [Fact(Skip = "Runs only in the process that another test starts and kills", SkipUnless = nameof(IsStartedByATest))]
    public async Task Hold_a_server_until_the_tests_are_killed()
    {
        var server = PostgreSqlCluster.Shared;
        var file = Environment.GetEnvironmentVariable(FileVariable)!;
        await File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"{server.ProcessId}\n{server.Directory}"), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void A_server_is_installed_by_root_on_Debian_and_by_nobody_else(bool root, bool apt, bool installed)
    {
        var plan = DebianPackage.Plan("postgresql", root, apt);

        plan.Any(command => command.Contains("install") && command.Contains("postgresql")).ShouldBe(installed);
        plan.Any().ShouldBe(installed);
    }

    private static Process StartThese(string test, string file)
    {
        var start = new ProcessStartInfo(Dotnet.Path, [typeof(TestServerTests).Assembly.Location, "-method", $"{typeof(TestServerTests).FullName}.{test}"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[FileVariable] = file;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
