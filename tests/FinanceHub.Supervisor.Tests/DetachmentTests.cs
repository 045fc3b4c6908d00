using System.Diagnostics;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Storage;
using FinanceHub.Testing;

namespace FinanceHub.Supervisor.Tests;

public class DetachmentTests
{
    private static CancellationToken Ct => InstanceFixture.Ct;

    [Fact]
    public async Task A_pipeline_that_reads_the_starter_ends_with_it_and_the_instance_lives_on()
    {
        await using var it = new InstanceFixture();
        SpecFile.Write(new InstanceDirectory(it.Instance.Directory), it.Spec());
        // Descriptor 7 is one that the shell left open by accident. cat ends when nobody holds the pipe any more.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" \"$1\" start \"$2\" 7>&1 | cat", Dotnet.Path, InstanceFixture.SupervisorDll, it.Instance.Directory])
        {
            RedirectStandardOutput = true,
        };
        using var shell = Process.Start(start).ShouldNotBeNull();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        (await shell.StandardOutput.ReadToEndAsync(deadline.Token)).ShouldBeEmpty();
        await shell.WaitForExitAsync(deadline.Token);
        shell.ExitCode.ShouldBe(0);

        await it.UntilAsync(InstanceState.Running);
        it.Instance.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task The_supervisor_has_a_session_of_its_own_and_no_terminal_signal_reaches_it()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var fields = (await File.ReadAllTextAsync($"/proc/{it.Status.SupervisorPid}/stat", Ct)).Split(") ")[1].Split(' ');
        var (group, session, terminal) = (fields[2], fields[3], fields[4]);
        session.ShouldBe($"{it.Status.SupervisorPid}");
        group.ShouldBe(session);
        terminal.ShouldBe("0");
    }

    [Fact]
    public async Task When_the_supervisor_is_killed_its_program_ends_too()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var child = it.Status.ChildPid!.Value;
        InstanceFixture.Kill(it.Status.SupervisorPid);
        await Eventually.TrueAsync(() => !InstanceFixture.IsRunning(child), "the program to end");
        it.Instance.IsAlive.ShouldBeFalse();
    }

    [Fact]
    public async Task A_program_that_outlives_its_killed_supervisor_is_found_and_ended_by_the_next_start()
    {
        await using var it = new InstanceFixture();
        var sleep = it.Spec() with { Program = "/bin/sleep", Arguments = ["60"], ReadyUrl = null };
        await it.StartReadyAsync(sleep);
        var orphan = it.Status.ChildPid!.Value;
        InstanceFixture.Kill(it.Status.SupervisorPid);
        await Eventually.TrueAsync(() => !it.Instance.IsAlive, "the supervisor to be gone");
        InstanceFixture.IsRunning(orphan).ShouldBeTrue();
        it.Instance.HasOrphans.ShouldBeTrue();

        await it.StartReadyAsync(sleep);
        InstanceFixture.IsRunning(orphan).ShouldBeFalse();
        it.Instance.HasOrphans.ShouldBeFalse();
        it.Status.ChildPid.ShouldNotBe(orphan);
    }

    [Fact]
    public async Task Stopping_ends_an_orphan_and_spares_a_process_that_only_has_its_id()
    {
        await using var it = new InstanceFixture();
        Directory.CreateDirectory(it.Instance.Directory);
        var self = ProcessIdentity.Of(Environment.ProcessId).ShouldNotBeNull();
        using (var record = new ProcessRecord(it.File("processes")))
            record.Write(self, [self with { Start = "another start" }]);
        (await it.Instance.StopAsync(TimeSpan.FromSeconds(1), Ct)).ShouldBe(StopOutcome.NotRunning);
    }
}
