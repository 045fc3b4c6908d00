using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Platform;

public sealed class StopTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopping_ends_every_process_and_keeps_data_and_history_for_the_next_deploy()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var processes = rig.Instances.Select(instance => instance.Supervised.ReadStatus()!.ChildPid!.Value).ToArray();

        await rig.Service().StopAsync(new StopRequest(), Stop);

        processes.ShouldAllBe(process => !Directory.Exists($"/proc/{process}"));
        rig.Instances.ShouldBeEmpty();
        rig.Ledger.Read()[^1].Event.ShouldBe(LedgerEvent.Stopped);
        rig.Ledger.Read()[^1].Release.ShouldBe(first.ReleaseId);
        (await rig.Service().StatusAsync(new StatusRequest(), Stop)).ExitCode.ShouldBe(ExitCode.NotDeployed);
        await rig.Service().StopAsync(new StopRequest(), Stop);
        (await rig.DeployAsync("1.1.0")).PreviousReleaseId.ShouldBeNull();
        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);
    }

    [Fact]
    public async Task A_rollback_of_a_stopped_environment_leaves_what_served_last_and_the_next_one_does_not_return_to_it()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var second = await rig.DeployAsync("1.1.0");
        var third = await rig.DeployAsync("1.2.0");
        await rig.Service().StopAsync(new StopRequest(), Stop);
        var port = FinanceHub.Testing.LoopbackPort.Free();

        var back = await rig.Service().RollbackAsync(new RollbackRequest { Port = port }, Stop);

        (back.ReleaseId, back.LeftReleaseId, back.Address.Port).ShouldBe((second.ReleaseId, third.ReleaseId, port));
        LedgerReading.Bad(rig.Ledger.Read()).ShouldBe([third.ReleaseId]);
        (await rig.RollbackAsync()).ReleaseId.ShouldNotBe(third.ReleaseId);
    }

    [Fact]
    public async Task Purging_asks_first_and_removes_only_what_delivery_made()
    {
        await using var rig = new Rig();
        await rig.DeployAsync("1.0.0");
        var foreign = Path.Combine(rig.State.Root, "mine.txt");
        await File.WriteAllTextAsync(foreign, "", Stop);

        rig.Confirmation = new Answer(yes: false);
        await Should.ThrowAsync<DeliveryFailure>(() => rig.Service().StopAsync(new StopRequest { Purge = true }, Stop));
        rig.Instances.ShouldAllBe(instance => instance.IsAlive);

        rig.Confirmation = new Answer(yes: true);
        await rig.Service().StopAsync(new StopRequest { Purge = true }, Stop);

        Directory.EnumerateFileSystemEntries(rig.State.Root).ShouldBe([foreign]);
        File.Delete(foreign);
        await rig.Service().StopAsync(new StopRequest { Purge = true }, Stop);
        Directory.Exists(rig.State.Root).ShouldBeFalse();
    }

    [Fact]
    public async Task Stopping_what_was_never_deployed_is_no_failure_and_makes_no_directory()
    {
        var rig = new Rig();

        await rig.Service().StopAsync(new StopRequest { Purge = true }, Stop);

        Directory.Exists(rig.State.Root).ShouldBeFalse();
        rig.Abandon();
    }
}
