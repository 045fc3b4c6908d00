using System.Net;
using System.Net.Sockets;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Deployments;

public sealed class FirstDeployTests
{
    [Fact]
    public async Task A_secret_in_the_reason_is_not_written_into_the_ledger()
    {
        await using var rig = new Rig();
        var service = new DeliveryService(rig.Context with { Redact = text => text.Replace("hunter2", "[REDACTED]", StringComparison.Ordinal) });

        await service.DeployAsync(new DeployRequest { BundleDirectory = await rig.SealAsync(new StubRelease { Version = "1.0.0" }), Reason = "key is hunter2" }, TestContext.Current.CancellationToken);

        rig.Ledger.Read().Select(row => row.Reason).ShouldAllBe(reason => reason == "key is [REDACTED]");
        (await File.ReadAllTextAsync(rig.State.Ledger, TestContext.Current.CancellationToken)).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_port_that_another_program_has_is_named_with_the_way_to_choose_another_and_nothing_is_left()
    {
        await using var rig = new Rig();
        using var other = new TcpListener(IPAddress.Loopback, rig.Environment.Port);
        other.Start();

        var failure = await rig.DeployFailingAsync(new StubRelease { Version = "1.0.0" });

        failure.Code.ShouldBe(ExitCode.PortInUse);
        failure.Message.ShouldBe($"Port {rig.Environment.Port} on 127.0.0.1 belongs to another program. Stop that program, or choose another port: --port {rig.Environment.Port + 1}");
        rig.Instances.ShouldBeEmpty();
        rig.Ledger.Read().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_state_directory_that_cannot_be_made_is_named()
    {
        using var directory = new TemporaryDirectory();
        var rig = new Rig(Path.Combine(directory.Write("a file", ""), "state"));

        var failure = await rig.DeployFailingAsync(new StubRelease { Version = "1.0.0" });

        failure.Code.ShouldBe(ExitCode.StateNotWritable, failure.Message);
        failure.Message.ShouldContain(rig.State.Root);
        failure.Message.ShouldContain("--state");
        rig.Abandon();
    }

    [Fact]
    public async Task A_first_release_that_fails_leaves_nothing_running()
    {
        await using var rig = new Rig();

        var failure = await rig.DeployFailingAsync(new StubRelease { Version = "1.0.0", Web = new { CrashAtStart = true } });

        failure.Code.ShouldBe(ExitCode.HostCrashed);
        failure.Message.ShouldContain("Nothing was running before, and nothing is now.");
        rig.Instances.ShouldBeEmpty();
        (await rig.DeployAsync("1.0.1")).PreviousReleaseId.ShouldBeNull();
    }

    [Fact]
    public async Task Deploying_what_serves_already_changes_nothing()
    {
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        var instances = rig.Instances.Select(instance => instance.Supervised.ReadStatus()!.ChildPid).ToArray();

        var again = await rig.DeployAsync("1.0.0");

        again.Outcome.ShouldBe(DeployOutcome.AlreadyServing);
        again.ReleaseId.ShouldBe(first.ReleaseId);
        rig.Instances.Select(instance => instance.Supervised.ReadStatus()!.ChildPid).ShouldBe(instances);
        rig.Ledger.Read().Count.ShouldBe(2);
    }
}
