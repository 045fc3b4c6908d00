using FinanceHub.Testing;

namespace FinanceHub.Supervisor.Tests;

public class CrashTests
{
    private static CancellationToken Ct => InstanceFixture.Ct;

    [Fact]
    public async Task A_killed_program_is_started_again()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var first = it.Status.ChildPid!.Value;
        InstanceFixture.Kill(first);
        await Eventually.TrueAsync(() => it.Status is { State: InstanceState.Running, Restarts: 1 }, "the restart");
        it.Status.ChildPid.ShouldNotBe(first);
        it.Status.LastExit.ShouldNotBeNull().Signal.ShouldBe(9);
        (await it.Http.GetAsync(it.Address("/version"), Ct)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_that_keeps_crashing_is_given_up_with_exit_code_and_last_lines()
    {
        await using var it = new InstanceFixture();
        await it.StartAsync(it.Spec(("CrashAtStart", "true")));
        await it.UntilAsync(InstanceState.Failed);
        it.Status.Restarts.ShouldBe(3);
        it.Status.LastExit.ShouldNotBeNull().Code.ShouldBe(70);
        it.Status.LastLogLines.ShouldBe(["stub: crashing at start as told"]);
        it.Status.ChildPid.ShouldBeNull();
        it.Instance.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task The_last_lines_of_a_crash_are_in_the_log()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        await Should.ThrowAsync<HttpRequestException>(() => it.Http.PostAsync(it.Address("/stub/fail-fast"), null, Ct));
        await Eventually.TrueAsync(() => it.Status.LastExit is not null, "the crash");
        it.Status.LastExit.ShouldNotBeNull().Signal.ShouldBe(6);
        it.Instance.ReadLogTail(100).ShouldContain(line => line.Contains("stub: failing fast as told"));
    }

    [Fact]
    public async Task Every_line_is_logged_and_rotated()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec(("LogLines", "5000")) with { Log = new LogPolicy { MaxBytes = 8192, Files = 20 } });
        Directory.GetFiles(it.Instance.Directory, "service.log*").Length.ShouldBeGreaterThan(5);
        it.Instance.ReadLogTail(5000).ShouldBe(Enumerable.Range(1, 5000).Select(line => $"line {line}"));
    }

    [Fact]
    public async Task A_failed_program_comes_back_with_a_reload()
    {
        await using var it = new InstanceFixture();
        await it.StartAsync(it.Spec(("CrashAtStart", "true")));
        await it.UntilAsync(InstanceState.Failed);
        (await it.Instance.ReloadAsync(it.Spec(), Ct)).Outcome.ShouldBe(ReloadOutcome.Ok);
        it.Status.State.ShouldBe(InstanceState.Running);
        (await it.Http.GetAsync(it.Address("/version"), Ct)).IsSuccessStatusCode.ShouldBeTrue();
    }
}
