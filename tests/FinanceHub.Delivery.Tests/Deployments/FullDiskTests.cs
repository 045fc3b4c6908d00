using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

/// <summary>A state directory on a file system of its own, small enough to be filled.</summary>
public sealed class FullDiskTests
{
    private const int Mebibytes = 96;

    [Fact]
    public async Task A_release_that_will_not_fit_is_refused_with_the_figures_before_anything_is_copied()
    {
        using var disk = SmallDisk.Mount(Mebibytes);
        await using var rig = new Rig(disk.Path);
        var first = await rig.DeployAsync("1.0.0");
        disk.Fill(leave: 4);

        var failure = await rig.DeployFailingAsync(new StubRelease { Version = "2.0.0" });

        failure.Code.ShouldBe(ExitCode.DiskFull);
        failure.Message.ShouldContain("MiB are free");
        failure.Message.ShouldContain(disk.Path);
        await ShouldServeAloneAsync(rig, disk, first.ReleaseId);
    }

    [Fact]
    public async Task A_disk_that_fills_while_the_release_is_copied_leaves_nothing_half_written()
    {
        using var disk = SmallDisk.Mount(Mebibytes);
        await using var rig = new Rig(disk.Path);
        var first = await rig.DeployAsync("1.0.0");

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => rig.DeployAsync(new StubRelease { Version = "2.0.0" }, (step, _) =>
        {
            if (step == DeployStep.Copy)
            {
                disk.Fill();
            }

            return Task.CompletedTask;
        }));

        failure.Code.ShouldBe(ExitCode.DiskFull, failure.Message);
        failure.Message.ShouldContain($"{first.ReleaseId} still serves.");
        await ShouldServeAloneAsync(rig, disk, first.ReleaseId);
    }

    [Fact]
    public async Task A_disk_that_fills_before_the_hosts_start_is_told_as_what_it_is()
    {
        using var disk = SmallDisk.Mount(Mebibytes);
        await using var rig = new Rig(disk.Path);

        var failure = await Should.ThrowAsync<DeliveryFailure>(() => rig.DeployAsync(new StubRelease { Version = "2.0.0" }, (step, _) =>
        {
            if (step == DeployStep.Start)
            {
                disk.Fill();
            }

            return Task.CompletedTask;
        }));

        failure.Code.ShouldBe(ExitCode.DiskFull, failure.Message);
        rig.Instances.ShouldBeEmpty();
        disk.Free();
    }

    [Fact]
    public async Task A_full_disk_keeps_nobody_from_taking_the_lease_and_stopping_the_environment()
    {
        using var disk = SmallDisk.Mount(Mebibytes);
        await using var rig = new Rig(disk.Path);
        await rig.DeployAsync("1.0.0");
        disk.Fill();

        await rig.Service().StopAsync(new StopRequest(), CancellationToken.None);

        rig.Instances.ShouldBeEmpty();
        var lease = rig.Context.LeaseStore.Read()!;
        (lease.Work, lease.Token, lease.Released).ShouldBe(("stop", 2, true));
        disk.Free();
    }

    private static async Task ShouldServeAloneAsync(Rig rig, SmallDisk disk, string releaseId)
    {
        (await rig.ServedAsync()).ShouldBe(releaseId);
        rig.ShouldRunOnly(releaseId);
        Directory.EnumerateFileSystemEntries(rig.State.Releases).Select(Path.GetFileName).ShouldBe([releaseId]);
        disk.Free();
        (await rig.DeployAsync("3.0.0")).PreviousReleaseId.ShouldBe(releaseId);
    }
}

/// <summary>A state directory that its user cannot write any more, while a release runs from it.</summary>
public sealed class ReadOnlyStateTests
{
    [Fact]
    public async Task It_is_named_and_the_running_release_serves_on()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        Assert.SkipUnless(Mounting.Run("mount", "--bind", rig.State.Root, rig.State.Root), "Nothing can be mounted by this user; run as root to test a read-only state directory.");
        try
        {
            Mounting.Run("mount", "-o", "remount,ro,bind", rig.State.Root).ShouldBeTrue();

            var failure = await rig.DeployFailingAsync(new StubRelease { Version = "2.0.0" });

            failure.Code.ShouldBe(ExitCode.StateNotWritable, failure.Message);
            failure.Message.ShouldContain($"The state directory {rig.State.Root} cannot be written");
            (await rig.ServedAsync()).ShouldBe(first.ReleaseId);
        }
        finally
        {
            Mounting.Run("umount", rig.State.Root).ShouldBeTrue();
        }

        rig.ShouldRunOnly(first.ReleaseId);
    }
}
