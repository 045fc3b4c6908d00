using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>One row of the matrix: what goes wrong during which command, and how that command must end. What must hold after any fault is in <see cref="AfterFault"/>.</summary>
internal sealed record Fault
{
    /// <summary>What goes wrong; the row's name.</summary>
    public required string Name { get; init; }

    /// <summary>What runs meanwhile.</summary>
    public FaultCommand Command { get; init; } = FaultCommand.Deploy;

    /// <summary>How the command must end; 137 for one that was killed.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Who must serve afterwards.</summary>
    public required Serves Serves { get; init; }

    /// <summary>What the command must say.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>What is particular about the new release, which a deploy brings and a rollback leaves; null if nothing is.</summary>
    public Func<StubRelease, StubRelease>? Release { get; init; }

    /// <summary>How many of the new release's migrations its tool applies before it fails; null if it does not fail.</summary>
    public int? MigrationFailsAfter { get; init; }

    /// <summary>What is particular about the release that serves before; null if nothing is.</summary>
    public Func<StubRelease, StubRelease>? Baseline { get; init; }

    /// <summary>What differs in the environment.</summary>
    public Func<DeliveryEnvironment, DeliveryEnvironment> Environment { get; init; } = environment => environment;

    /// <summary>How the release gets the traffic; null for what the environment says.</summary>
    public string? Strategy { get; init; }

    /// <summary>Why the command is run; kept in the ledger.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wrong before the command begins.</summary>
    public Func<FaultScene, Task>? Before { get; init; }

    /// <summary>What going back over the migrations takes that the release of a deploy brings; a rollback always leaves some that need down.</summary>
    public MigrationVerdict Migrations { get; init; } = MigrationVerdict.Safe;

    /// <summary>The signal that the command, in a process of its own, sends itself; null if it runs here.</summary>
    public StepSignal? Signal { get; init; }

    /// <summary>What happens as each step begins.</summary>
    public Func<FaultScene, DeployStep, CancellationToken, Task>? AtStep { get; init; }

    /// <summary>The clock of the command.</summary>
    public Func<JumpingClock>? Clock { get; init; }

    /// <summary>The fault goes by itself, as a disk that is emptied; nobody repairs what the command left.</summary>
    public Action<FaultScene>? Ends { get; init; }

    /// <summary>What must hold after this fault besides.</summary>
    public Action<FaultScene>? Then { get; init; }

    /// <summary>The requests that the fault itself makes fail.</summary>
    public Allowance Allowed { get; init; } = Allowance.None;

    /// <summary>Whether two releases share the traffic until the next command: the deployer was killed in the middle of a canary.</summary>
    public bool SharedUntilNext { get; init; }

    /// <summary>What is done next; null for the obvious: a deploy that brought its release is taken back, and else there is a deploy.</summary>
    public NextCommand? Next { get; init; }

    /// <summary>Whether a failure leaves a diagnosis; not where it cannot be written, or where the command was refused before it began.</summary>
    public bool IsDiagnosed { get; init; } = true;

    /// <summary>Whether it is known what was to be done when it failed.</summary>
    public bool IsPlanned { get; init; } = true;

    /// <summary>Whether it needs a file system that can be filled.</summary>
    public bool NeedsSmallDisk { get; init; }

    public override string ToString() => $"{Command}: {Name}";
}

/// <summary>A signal at the beginning of a step.</summary>
/// <param name="Name">KILL or INT.</param>
/// <param name="Step">Which step.</param>
/// <param name="Occurrence">Which time, from 1: a canary has some steps more than once.</param>
internal sealed record StepSignal(string Name, DeployStep Step, int Occurrence = 1);

/// <summary>What runs while the fault happens.</summary>
internal enum FaultCommand
{
    Deploy,
    Rollback,
}

/// <summary>Who serves after the command.</summary>
internal enum Serves
{
    /// <summary>What served before it.</summary>
    Before,

    /// <summary>What it was to bring.</summary>
    Wanted,
}

/// <summary>The next command after Status: only that one meets what the fault has left.</summary>
internal enum NextCommand
{
    Deploy,
    Rollback,

    /// <summary>Everything is as it was before, to the last process, which is proven at once; the next fault's command is the next one.</summary>
    ThatOfTheNextFault,
}

/// <summary>Requests that may fail while the fault lasts, because the fault is that they do.</summary>
/// <param name="Reads">How many.</param>
/// <param name="Writes">How many.</param>
/// <param name="Reason">Why; empty if none may fail.</param>
internal sealed record Allowance(int Reads, int Writes, string Reason)
{
    public static Allowance None { get; } = new(0, 0, "");

    /// <summary>Where how many fail depends on how long it lasts: their share, 0 to 1, however few there are.</summary>
    public double Share { get; init; }

    /// <summary>Whether no more failed than may.</summary>
    public bool Covers(long reads, long ofReads, long writes, long ofWrites) => reads <= Reads + (Share * ofReads) && writes <= Writes + (Share * ofWrites);
}
