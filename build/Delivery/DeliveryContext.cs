using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Smoke;

namespace FinanceHub.Delivery;

/// <summary>What every command of an environment needs.</summary>
internal sealed record DeliveryContext
{
    public required DeliveryEnvironment Environment { get; init; }

    public required StateDirectory State { get; init; }

    /// <summary>Where releases run.</summary>
    public required IPlatform Platform { get; init; }

    public required IDeliveryOutput Output { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ISmokeSuite Smoke { get; init; }

    /// <summary>The code for a cancelled command: which signal it was.</summary>
    public required Func<ExitCode> InterruptedBy { get; init; }

    /// <summary>Takes secrets out of what is written to stay.</summary>
    public Func<string, string> Redact { get; init; } = text => text;

    /// <summary>Called as each step begins; tests interrupt there.</summary>
    public Func<DeployStep, CancellationToken, Task> StepBegins { get; init; } = (_, _) => Task.CompletedTask;

    public EnvironmentLimits Limits => Environment.Limits;

    public ReleaseStore Releases => new(State.Releases);

    public LedgerFile Ledger => new(State.Ledger);

    /// <summary>Who runs this command.</summary>
    public static string Actor { get; } = $"{System.Environment.UserName}@{System.Environment.MachineName}";

    /// <summary>The failure that a cancelled command ends with.</summary>
    public DeliveryFailure Interrupted(string what) => new(InterruptedBy(), what);
}
