using FinanceHub.Testing;

namespace FinanceHub.Supervisor.Tests;

public class ReloadTests
{
    private static CancellationToken Ct => InstanceFixture.Ct;

    [Fact]
    public async Task The_new_program_is_ready_before_the_old_one_is_told_to_finish()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var old = it.Status.ChildPid!.Value;
        var port = LoopbackPort.Free();
        (await it.Instance.ReloadAsync(InstanceFixture.SpecOn(port, ("ReleaseId", "r2")), Ct)).ShouldBe(new ReloadStatus(2, ReloadOutcome.Ok, null));
        it.Status.ReleaseId.ShouldBe("r2");
        it.Status.Generation.ShouldBe(2);
        (await it.Http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/version"), Ct)).ShouldContain("r2");
        await Eventually.TrueAsync(() => !InstanceFixture.IsRunning(old) && it.Status.DrainingPids.Count == 0, "the old program to end");
    }

    [Theory]
    [InlineData("NeverReady", "true", "the new program was not ready within 8 s (last answer: status 503)")]
    [InlineData("ReleaseId", "other", "the new program was not ready within 8 s (last answer: release 'other' instead of 'dev')")]
    [InlineData("CrashAtStart", "true", "the new program ended with exit code 70 before it was ready; it last wrote: stub: crashing at start as told")]
    public async Task A_new_program_that_does_not_become_ready_is_ended_and_the_old_one_serves_as_before(string fault, string value, string reason)
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var old = it.Status.ChildPid;
        var broken = InstanceFixture.SpecOn(LoopbackPort.Free(), (fault, value)) with { ReleaseId = "dev", ReadyTimeoutSeconds = fault == "CrashAtStart" ? 30 : 8 };
        (await it.Instance.ReloadAsync(broken, Ct)).ShouldBe(new ReloadStatus(2, ReloadOutcome.Failed, reason));
        it.Status.ChildPid.ShouldBe(old);
        it.Status.State.ShouldBe(InstanceState.Running);
        it.Instance.ReadSpec().ShouldNotBeNull().Arguments.ShouldBe(it.Spec().Arguments);
        (await it.Http.GetAsync(it.Address("/version"), Ct)).IsSuccessStatusCode.ShouldBeTrue();
        await Eventually.TrueAsync(() => it.Status.DrainingPids.Count == 0, "the new program to be gone");
    }

    [Fact]
    public async Task A_reload_that_would_move_the_public_socket_is_refused()
    {
        await using var it = new InstanceFixture();
        await it.StartReadyAsync(it.Spec());
        var moved = it.Spec() with { Listen = "127.0.0.1:1" };
        var outcome = await it.Instance.ReloadAsync(moved, Ct);
        outcome.Outcome.ShouldBe(ReloadOutcome.Failed);
        outcome.Reason.ShouldNotBeNull().ShouldContain("cannot change listen");
        it.Status.State.ShouldBe(InstanceState.Running);
    }

    [Fact]
    public async Task Reloading_what_does_not_run_is_refused()
    {
        await using var it = new InstanceFixture();
        var refusal = await Should.ThrowAsync<SupervisorException>(() => it.Instance.ReloadAsync(it.Spec(), Ct));
        refusal.Fault.ShouldBe(SupervisorFault.NotRunning);
    }
}
