using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>What can be wrong around a release: database, disk, clock, other people.</summary>
internal static class WorldFaults
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // Long enough for customers to meet it.
    private static readonly TimeSpan Noticed = TimeSpan.FromMilliseconds(200);

    // One customer writes, and thinks 20 ms each time: five seconds of it.
    private const int WritesMeanwhile = 250;

    // Makes a ledger row longer than what is left of the file's last page.
    private static readonly string LongReason = new('x', 10000);

    public static IEnumerable<Fault> All =>
    [
        new Fault
        {
            Name = "a migration fails half-way",
            MigrationFailsAfter = 1,
            ExitCode = (int)ExitCode.MigrationFailed,
            Serves = Serves.Before,
            Says = ["The database tool of the release failed: the connection was lost half-way", " still serves."],
        },
        new Fault
        {
            Name = "a migration fails half-way that the release that serves cannot live with",
            Migrations = MigrationVerdict.NeedsDown,
            MigrationFailsAfter = 1,
            ExitCode = (int)ExitCode.MigrationFailed,
            Serves = Serves.Before,
            Says = ["cannot live with what was migrated for ", "Took the database back to ", " still serves."],
            Next = NextCommand.ThatOfTheNextFault,
        },
        new Fault
        {
            Name = "the database cannot be reached",
            AtStep = async (scene, step, cancellation) =>
            {
                if (step == DeployStep.Migrate)
                {
                    File.Move(scene.Rig.State.Database, Away(scene));
                    await Task.Delay(Noticed, cancellation);
                }
            },
            Ends = scene => File.Move(Away(scene), scene.Rig.State.Database),
            ExitCode = (int)ExitCode.MigrationFailed,
            Serves = Serves.Before,
            Says = ["is not there"],
            Allowed = new Allowance(0, WritesMeanwhile, "writes while the database is away"),
        },
        DiskIsFull(FaultCommand.Deploy, LedgerEvent.DeploySucceeded),
        DiskIsFull(FaultCommand.Rollback, LedgerEvent.RollbackSucceeded),
        new Fault
        {
            Name = "two deploys at once, of which the second is refused",
            AtStep = (scene, step, _) => step == DeployStep.Start ? RefuseAnotherAsync(scene) : Task.CompletedTask,
            ExitCode = (int)ExitCode.Success,
            Serves = Serves.Wanted,
        },
        new Fault
        {
            Name = "the clock jumps a day forwards while the hosts start",
            Clock = () => new JumpingClock(),
            AtStep = At(DeployStep.Ready, scene => scene.Clock!.JumpAfterNextReading(Day)),
            ExitCode = (int)ExitCode.Success,
            Serves = Serves.Wanted,
        },
        new Fault
        {
            Name = "the clock jumps a day backwards while the old hosts drain",
            Clock = () => new JumpingClock(),
            Environment = environment => environment with { Limits = environment.Limits with { DrainTimeout = TimeSpan.FromSeconds(1) } },
            AtStep = async (scene, step, cancellation) =>
            {
                if (step == DeployStep.Switch)
                {
                    await scene.BeginLongAnswerAsync(cancellation);
                }
                else if (step == DeployStep.Drain)
                {
                    scene.Clock!.JumpAfterNextReading(-Day);
                }
            },
            Ends = scene => scene.HangUp(),
            ExitCode = (int)ExitCode.Success,
            Serves = Serves.Wanted,
            Says = ["still in flight on the old release after 1 s"],
        },
        new Fault
        {
            Name = "the clock is behind that of the commands before",
            Baseline = release => release,
            Clock = () => new JumpingClock(-Day),
            Environment = environment => environment with { Limits = environment.Limits with { BackupsKept = 1 } },
            ExitCode = (int)ExitCode.Success,
            Serves = Serves.Wanted,
            Then = scene => Directory.EnumerateFiles(scene.Rig.State.Backups).ShouldContain(file => file.Contains(scene.Wanted, StringComparison.Ordinal), "the copy that the deploy made"),
        },
        new Fault
        {
            Name = "the files of all earlier releases are deleted",
            Command = FaultCommand.Rollback,
            Before = scene =>
            {
                foreach (var release in scene.Rig.Context.Releases.Ids.Where(id => id != scene.Before))
                {
                    Directory.Delete(scene.Rig.Context.Releases.PathOf(release), recursive: true);
                }

                return Task.CompletedTask;
            },
            ExitCode = (int)ExitCode.ReleaseCorrupt,
            Serves = Serves.Before,
            Says = ["it cannot be used"],
            IsPlanned = false,
        },
        new Fault
        {
            Name = "the endpoint for notifications hangs",
            Command = FaultCommand.Rollback,
            Environment = environment => environment with { Notifications = new NotificationTargets { SlackWebhook = HangingEndpoint.Reference } },
            Before = _ => HangingEndpoint.OpenAsync(),
            Ends = _ => HangingEndpoint.Close(),
            ExitCode = (int)ExitCode.Success,
            Serves = Serves.Wanted,
            Says = ["Nobody was notified: Slack did not answer within 5 s"],
        },
    ];

    private static Fault DiskIsFull(FaultCommand command, LedgerEvent unwritten) => new()
    {
        Name = "the disk is full when the ledger is to record it",
        Command = command,
        NeedsSmallDisk = true,
        Reason = LongReason,
        AtStep = At(DeployStep.Record, Fill),
        Ends = Free,
        ExitCode = (int)ExitCode.DiskFull,
        Serves = Serves.Wanted,
        Says = [$"The ledger row '{unwritten}' could not be written"],
        Allowed = FullDisk,
        IsDiagnosed = false,
    };

    private static Allowance FullDisk { get; } = new(0, WritesMeanwhile, "writes while the disk is full");

    private static Func<FaultScene, DeployStep, CancellationToken, Task> At(DeployStep step, Action<FaultScene> happens) => (scene, entered, _) =>
    {
        if (entered == step)
        {
            happens(scene);
        }

        return Task.CompletedTask;
    };

    private static string Away(FaultScene scene) => scene.Rig.Beside("away.db");

    private static void Fill(FaultScene scene) => scene.Matrix.Disk!.Fill();

    private static void Free(FaultScene scene) => scene.Matrix.Disk!.Free();

    private static async Task RefuseAnotherAsync(FaultScene scene)
    {
        var other = new DeployRequest { BundleDirectory = Path.Combine(scene.Rig.State.Releases, scene.Before) };
        var refused = await Should.ThrowAsync<DeliveryFailure>(() => scene.Rig.Service().DeployAsync(other, CancellationToken.None));
        refused.Code.ShouldBe(ExitCode.LockHeld);
    }
}
