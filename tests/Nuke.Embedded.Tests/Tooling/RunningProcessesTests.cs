using System.Diagnostics;
using System.Globalization;
using Nuke.Common.Tooling;
using Nuke.Embedded.Tests.Support;

namespace Nuke.Embedded.Tests.Tooling;

public sealed class RunningProcessesTests
{
    private readonly RunningProcesses processes = new();

    [Fact]
    public async Task At_the_end_of_the_build_whole_trees_are_killed()
    {
        using var shell = Shell("sleep 60 & echo $!; wait");
        processes.Start(shell);
        var grandchild = int.Parse((await shell.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!, CultureInfo.InvariantCulture);

        processes.KillAll();

        await Deadline.Until(() => shell.HasExited && !ProcessState.IsRunning(grandchild), "something still runs");
    }

    [Fact]
    public void Nothing_starts_any_more_once_the_build_is_ending()
    {
        processes.KillAll();
        using var shell = Shell("true");

        Should.Throw<OperationCanceledException>(() => processes.Start(shell)).Message.ShouldContain("the build is ending");
    }

    [Fact]
    public void What_ended_or_was_let_go_is_left_alone()
    {
        using var ended = Shell("true");
        using var released = Shell("sleep 60");
        processes.Start(ended);
        processes.Start(released);
        ended.WaitForExit();
        processes.Forget(released);

        processes.KillAll();

        released.HasExited.ShouldBeFalse();
        released.Kill();
    }

    private static Process Shell(string script) => new() { StartInfo = new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true } };
}
