using System.Collections.Concurrent;
using System.Text.Json;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Notifications;
using FinanceHub.Delivery.Secrets;
using FinanceHub.Delivery.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace FinanceHub.Delivery.Tests.Notifications;

public sealed class NotificationTests
{
    [Fact]
    public async Task People_are_told_of_deploys_and_rollbacks_and_of_their_failures()
    {
        await using var slack = await WebStub.StartAsync((context, _) => context.Response.WriteAsync("ok"));
        await using var rig = new Rig();
        var first = await rig.DeployAsync("1.0.0");
        Tell(rig, slack.Address);

        var second = await rig.DeployAsync("1.1.0");
        await rig.DeployFailingAsync(new StubRelease { Version = "1.2.0", Api = new { CrashAtStart = true } });
        await rig.Service().RollbackAsync(new RollbackRequest { Reason = "wrong <b> & numbers" }, CancellationToken.None);

        var told = slack.Bodies.Select(body => JsonDocument.Parse(body).RootElement.GetProperty("text").GetString()!).ToList();
        told.Count.ShouldBe(3);
        told[0].ShouldContain($"*{rig.Environment.Name}*: {second.ReleaseId} is in service, {first.ReleaseId} was, by ");
        told[1].ShouldContain($"{second.ReleaseId} still serves");
        told[1].ShouldContain($"Ended with {(int)ExitCode.HostCrashed}: ");
        told[2].ShouldContain($"rolled back to {first.ReleaseId}; {second.ReleaseId} is held");
        told[2].ShouldContain("Reason: wrong &lt;b&gt; &amp; numbers");
        rig.Said.ShouldNotContain("Nobody was notified");
    }

    [Fact]
    public async Task An_endpoint_that_hangs_refuses_or_is_not_known_changes_nothing()
    {
        await using var hanging = await WebStub.StartHangingAsync();
        await using var refusing = await WebStub.StartAsync((context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return context.Response.WriteAsync("invalid_token");
        });
        await using var rig = new Rig();
        Tell(rig, hanging.Address);
        var first = await rig.DeployAsync("1.0.0");
        Tell(rig, refusing.Address);
        await rig.DeployAsync("1.1.0");
        rig.Environment = rig.Environment with { Notifications = new NotificationTargets { SlackWebhook = SecretReference.Parse("env:FINANCEHUB_TEST_UNSET") } };

        (await rig.RollbackAsync()).ReleaseId.ShouldBe(first.ReleaseId);

        hanging.Bodies.ShouldHaveSingleItem();
        rig.Said.ShouldContain("warn Nobody was notified: Slack did not answer within 5 s.");
        rig.Said.ShouldContain("warn Nobody was notified: Slack answered 403.");
        rig.Said.ShouldContain("warn Nobody was notified: the environment variable FINANCEHUB_TEST_UNSET is not set here");
        rig.Said.ShouldNotContain("/services/T0/secret");
        rig.Ledger.Read().Select(row => row.Event).ShouldBe([LedgerEvent.DeployStarted, LedgerEvent.DeploySucceeded, LedgerEvent.DeployStarted, LedgerEvent.DeploySucceeded, LedgerEvent.RollbackStarted, LedgerEvent.RollbackSucceeded]);
    }

    [Fact]
    public async Task The_environment_is_held_until_people_have_been_told()
    {
        await using var rig = new Rig();
        var held = new ConcurrentQueue<bool>();
        await using var slack = await WebStub.StartAsync((context, _) =>
        {
            held.Enqueue(rig.Context.LeaseStore.Read() is { Released: false });
            return context.Response.WriteAsync("ok");
        });
        Tell(rig, slack.Address);

        await rig.DeployAsync("1.0.0");
        await rig.DeployFailingAsync(new StubRelease { Version = "1.1.0", Api = new { CrashAtStart = true } });
        await rig.DeployAsync("1.2.0");
        await rig.RollbackAsync();

        held.ToArray().ShouldBe([true, true, true, true]);
        rig.Context.LeaseStore.Read()!.Released.ShouldBeTrue();
    }

    [Theory]
    [InlineData("http://hooks.example.org/services/T0/secret")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task An_address_that_is_not_protected_gets_nothing(string address)
    {
        using var directory = new TemporaryDirectory();
        var said = await TellOfAsync(directory, address);

        said.ShouldContain("is not an https address");
        said.ShouldNotContain(address);
    }

    [Fact]
    public void A_long_error_is_shortened()
    {
        var row = new LedgerRow { Sequence = 1, At = DateTimeOffset.UnixEpoch, Event = LedgerEvent.DeployFailed, Operation = "o", Release = "r", Actor = "ann", Error = new string('x', 5000), ExitCode = ExitCode.SmokeFailed };

        SlackMessage.Render(new Notification { Environment = "prod", Outcome = row, RunUrl = "https://ci.example.org/1" }).Length.ShouldBeLessThan(1500);
        SlackMessage.Render(new Notification { Environment = "prod", Outcome = row, RunUrl = "https://ci.example.org/1" }).ShouldContain("The run");
    }

    private static void Tell(Rig rig, Uri address)
    {
        var file = rig.Beside($"webhook-{Guid.NewGuid():N}");
        File.WriteAllText(file, new Uri(address, "/services/T0/secret").ToString());
        rig.Environment = rig.Environment with { Notifications = new NotificationTargets { SlackWebhook = SecretReference.Parse($"file:{file}") } };
    }

    private static async Task<string> TellOfAsync(TemporaryDirectory directory, string address)
    {
        var rig = new Rig(directory["state"]);
        try
        {
            File.WriteAllText(directory["webhook"], address);
            rig.Environment = rig.Environment with { Notifications = new NotificationTargets { SlackWebhook = SecretReference.Parse($"file:{directory["webhook"]}") } };
            Directory.CreateDirectory(rig.State.Root);
            var context = rig.Context.ForCommand();
            rig.Ledger.Append(new LedgerRow { At = DateTimeOffset.UnixEpoch, Event = LedgerEvent.DeploySucceeded, Operation = "o", Release = "r", Actor = "ann" });
            await new Notifier(context).TellAsync("o");
            return rig.Said;
        }
        finally
        {
            rig.Abandon();
        }
    }
}
