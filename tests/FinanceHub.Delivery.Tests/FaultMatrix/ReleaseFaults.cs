using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>What can be wrong with a new release.</summary>
internal static class ReleaseFaults
{
    private const string StillServes = " still serves.";

    // What is wrong is noticed long before: nobody waits for the end of the window.
    private static readonly BakeLimits Watched = new() { Duration = TimeSpan.FromMinutes(2), MinimumRequests = 20 };

    public static IEnumerable<Fault> All =>
    [
        new Fault
        {
            Name = "the new version crashes at start",
            Release = release => release with { Api = new { CrashAtStart = true } },
            ExitCode = (int)ExitCode.HostCrashed,
            Serves = Serves.Before,
            Says = ["The api host ended with exit code 70 instead of becoming ready", "log: stub: crashing at start as told", StillServes],
        },
        new Fault
        {
            Name = "the new version crashes at start, after migrations that the one before cannot live with",
            Migrations = MigrationVerdict.NeedsDown,
            Release = release => release with { Api = new { CrashAtStart = true } },
            ExitCode = (int)ExitCode.HostCrashed,
            Serves = Serves.Before,
            Says = ["cannot live with what was migrated for ", "Took the database back to ", StillServes],
            Next = NextCommand.ThatOfTheNextFault,
        },
        new Fault
        {
            Name = "the new version never becomes ready",
            Release = release => release with { Worker = new { NeverReady = true } },
            Environment = environment => environment with { Limits = environment.Limits with { ReadyTimeout = TimeSpan.FromSeconds(2) } },
            ExitCode = (int)ExitCode.HostNeverReady,
            Serves = Serves.Before,
            Says = ["The worker host was not ready within 2 s: it answers 503", "health: 503", StillServes],
        },
        new Fault
        {
            Name = "the new version is ready, then crashes while it bakes",
            Environment = Baking,
            AtStep = (scene, step, cancellation) => step == DeployStep.Bake ? CrashApiAsync(scene, cancellation) : Task.CompletedTask,
            ExitCode = (int)ExitCode.RolledBack,
            Serves = Serves.Before,
            Says = ["exit code 72 after it had been ready", StillServes],
            // The gateway stops asking it at once, and the watch gives the traffic back within a second; three customers think 20 ms each time.
            Allowed = new Allowance(60, 40, "until the traffic is back after the API crashed"),
            Then = ShouldBeHeld,
        },
        new Fault
        {
            Name = "the new version answers as another release",
            Release = release => release with { Web = new { ReleaseId = "0.9.9-other" } },
            ExitCode = (int)ExitCode.IdentityMismatch,
            Serves = Serves.Before,
            Says = ["The web host answers as release 0.9.9-other, expected ", StillServes],
        },
        new Fault
        {
            Name = "the new version answers 5 % with errors",
            Release = release => release with { Api = new { ErrorPercent = 5 }, Web = new { ErrorPercent = 5 } },
            // Side by side: the old release has as many requests to be compared with, however long it takes.
            Environment = environment => Baking(environment) with { Strategy = new DeliveryStrategy { Kind = StrategyKind.Canary, Steps = [new CanaryStep(50, Watched.Duration)], Bake = Watched } },
            ExitCode = (int)ExitCode.RolledBack,
            Serves = Serves.Before,
            Says = ["requests failed, before it were 0.0 %", StillServes],
            Allowed = new Allowance(1, 1, "5 % of its answers while it bakes") { Share = 0.05 },
            Then = ShouldBeHeld,
        },
        new Fault
        {
            Name = "the new version runs, its worker takes no job",
            Release = release => release with { Worker = new { TakesNoJob = true } },
            Environment = environment => environment with { Limits = environment.Limits with { SmokeTimeout = TimeSpan.FromSeconds(2) } },
            ExitCode = (int)ExitCode.SmokeFailed,
            Serves = Serves.Before,
            Says = ["no worker of ", StillServes],
        },
        new Fault
        {
            Name = "the new version is 10 times slower",
            Baseline = release => release with { Api = new { DelayMilliseconds = 40 }, Web = new { DelayMilliseconds = 40 } },
            Release = release => release with { Api = new { DelayMilliseconds = 400 }, Web = new { DelayMilliseconds = 400 } },
            Environment = Baking,
            ExitCode = (int)ExitCode.RolledBack,
            Serves = Serves.Before,
            Says = ["were answered within", StillServes],
            Then = ShouldBeHeld,
        },
    ];

    private static DeliveryEnvironment Baking(DeliveryEnvironment environment) => environment with { Strategy = new DeliveryStrategy { Bake = Watched } };

    private static void ShouldBeHeld(FaultScene scene) => Hold.Of(scene.Rig.Ledger.Read()).Releases.ShouldBe([scene.Wanted]);

    private static async Task CrashApiAsync(FaultScene scene, CancellationToken cancellation)
    {
        var api = scene.Rig.Instances.Single(instance => instance.Service == "api" && instance.ReleaseId == scene.Wanted);
        using var client = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => client.PostAsync(new Uri(api.Address!, "/stub/crash"), null, cancellation));
    }
}
