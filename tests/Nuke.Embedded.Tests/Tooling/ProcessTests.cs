using System.Diagnostics;
using Nuke.Common.Tooling;
using Nuke.Embedded.Tests.Support;
using Serilog.Events;

namespace Nuke.Embedded.Tests.Tooling;

[Collection(UsesGlobals.Name)]
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly CollectedLog log = new();

    public void Dispose()
    {
        log.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void Both_streams_are_kept_and_logged_line_by_line()
    {
        using var process = Shell("echo one; echo two >&2; printf 'three {x}'");

        process.AssertZeroExitCode();

        process.Output.Where(x => x.Type == OutputType.Std).Select(x => x.Text).ShouldBe(["one", "three {x}"]);
        process.Output.Single(x => x.Type == OutputType.Err).Text.ShouldBe("two");
        log.Lines.ShouldContain((LogEventLevel.Debug, "one"));
        log.Lines.ShouldContain((LogEventLevel.Debug, "three {x}"));
        log.Lines.ShouldContain((LogEventLevel.Error, "two"));
        log.Lines.ShouldContain(x => x.Level == LogEventLevel.Information && x.Text.StartsWith("> ") && x.Text.Contains("/sh "));
        log.Lines.ShouldContain((LogEventLevel.Information, $"@ {directory.Path}"));
    }

    [Fact]
    public void The_order_of_arrival_is_kept_across_the_streams()
    {
        // Each line waits until the one before it was seen.
        var script = string.Join(' ', Enumerable.Range(1, 6).Select(i => $"echo {i} {(i % 2 == 0 ? ">&2" : "")}; while [ ! -e seen{i} ]; do sleep 0.01; done;"));
        using var process = ProcessTasks.StartProcess(
            "sh",
            $"-c {script}",
            workingDirectory: directory.Path,
            logger: (_, text) => File.WriteAllText(directory.Path / $"seen{text.Trim()}", ""));

        process.AssertZeroExitCode();

        process.Output.Select(x => x.Text.Trim()).ShouldBe(["1", "2", "3", "4", "5", "6"]);
    }

    [Fact]
    public void Output_and_invocation_are_silent_on_request()
    {
        using var process = ProcessTasks.StartProcess("sh", "-c \"echo hello\"", logOutput: false, logInvocation: false);

        process.AssertZeroExitCode();

        log.Lines.ShouldBeEmpty();
        process.Output.StdToText().ShouldBe("hello");
    }

    [Fact]
    public void A_secret_reaches_the_program_but_no_log_and_no_exception()
    {
        var secret = "s3cret value";
        using var failing = ProcessTasks.StartProcess("sh", $"{Script("echo \"out $0\"; echo \"err $0\" >&2; exit 3"):nq} {secret:r}");

        var failure = Should.Throw<ProcessException>(() => failing.AssertZeroExitCode());

        failing.Output.Select(x => x.Text).ShouldContain($"out {secret}");
        failing.Arguments.ShouldNotContain(secret);
        failure.Message.ShouldNotContain(secret);
        failure.Message.ShouldContain("err [REDACTED]");
        log.Text.ShouldNotContain(secret);
        log.Text.ShouldContain("[REDACTED]");
    }

    [Fact]
    public void Another_exit_code_than_zero_is_an_error_that_tells_everything()
    {
        using var process = Shell("echo nothing; echo broken >&2; exit 42");

        var failure = Should.Throw<ProcessException>(() => process.AssertZeroExitCode());

        failure.ExitCode.ShouldBe(42);
        failure.Message.ShouldStartWith("Process 'sh' exited with code 42.");
        failure.Message.ShouldContain($"@ {directory.Path}");
        failure.Message.ShouldContain("broken");
        failure.Message.ShouldNotContain("   nothing");
    }

    [Fact]
    public void Given_environment_variables_are_all_there_are()
    {
        using var process = ProcessTasks.StartProcess(
            "/bin/sh",
            Script("echo \"$GREETING|$HOME\""),
            environmentVariables: new Dictionary<string, string> { ["GREETING"] = "hello there" });

        process.AssertZeroExitCode().Output.StdToText().ShouldBe("hello there|");
    }

    [Fact]
    public async Task When_the_time_is_up_the_whole_tree_is_killed()
    {
        using var process = ProcessTasks.StartProcess("sh", Script("sleep 60 & echo $!; wait"), timeout: 300);

        Should.Throw<ArgumentException>(() => process.AssertWaitForExit()).Message.ShouldContain("did not end within 300 ms and was killed");

        var grandchild = int.Parse(process.Output.StdToText(), System.Globalization.CultureInfo.InvariantCulture);
        await Deadline.Until(() => !ProcessState.IsRunning(grandchild), "the grandchild still runs");
        process.HasExited.ShouldBeTrue();
    }

    [Fact]
    public void A_daemon_that_keeps_the_streams_open_does_not_hold_the_build()
    {
        using var process = ProcessTasks.StartProcess("sh", Script("sleep 30 & echo $!"));
        var elapsed = Stopwatch.StartNew();

        process.AssertZeroExitCode();

        elapsed.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        using var daemon = Process.GetProcessById(int.Parse(process.Output.StdToText(), System.Globalization.CultureInfo.InvariantCulture));
        daemon.Kill();
    }

    [Fact]
    public void A_program_that_is_not_there_is_named() =>
        Should.Throw<ArgumentException>(() => ProcessTasks.StartProcess("no-such-program"))
            .Message.ShouldBe("Could not find 'no-such-program' on the PATH. Install it, or name its path in NO-SUCH-PROGRAM_EXE.");

    [Fact]
    public void A_managed_program_is_run_with_dotnet()
    {
        using var process = ProcessTasks.StartProcess(directory.File("no program.dll"), "--flag");

        Path.GetFileNameWithoutExtension(process.FileName).ShouldBe("dotnet");
        process.Arguments.ShouldBe($"\"{directory.Path / "no program.dll"}\" --flag");
        process.AssertWaitForExit();
    }

    [Fact]
    public void Json_on_standard_output_is_read()
    {
        Output[] output = [new() { Type = OutputType.Std, Text = "{\"name\":" }, new() { Type = OutputType.Err, Text = "noise" }, new() { Type = OutputType.Std, Text = "\"x\"}" }];

        output.StdToJson()["name"]!.GetValue<string>().ShouldBe("x");
        output.StdToJson<Named>()!.Name.ShouldBe("x");
    }

    private static string Script(string script) => $"-c \"{script.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private IProcess Shell(string script) => ProcessTasks.StartProcess("sh", Script(script), workingDirectory: directory.Path);

    private sealed record Named(string Name);
}
