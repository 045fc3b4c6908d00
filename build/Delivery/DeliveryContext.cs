using FinanceHub.Delivery.Accounts;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Secrets;
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

    /// <summary>Where secrets are kept.</summary>
    public SecretStores SecretStores { get; init; } = SecretStores.Default;

    /// <summary>Whose AWS credentials there are.</summary>
    public Func<CancellationToken, Task<string>> AwsAccountAsync { get; init; } = AwsAccount.OfCredentialsAsync;

    /// <summary>The secrets of this command; see <see cref="ForCommand"/>.</summary>
    public SecretVault Secrets { get => field ??= NewVault(); private init; }

    /// <summary>Asks before what others are affected by.</summary>
    public IConfirmation Confirmation { get; init; } = new NoConfirmation();

    /// <summary>The repository; null where there is none.</summary>
    public string? Sources { get; init; }

    /// <summary>Called as each step begins; tests interrupt there.</summary>
    public Func<DeployStep, CancellationToken, Task> StepBegins { get; init; } = (_, _) => Task.CompletedTask;

    public EnvironmentLimits Limits => Environment.Limits;

    /// <summary>One for the whole command: what it doubts it says once.</summary>
    public ReleaseStore Releases => _releases ??= new ReleaseStore(State.Releases, Output.Warn);

    /// <summary>The lease of this command; see <see cref="ForCommand"/>.</summary>
    public LeaseScope Lease { get; private init; } = new();

    public LeaseTimes LeaseTimes { get; init; } = new();

    public ILeaseStore LeaseStore => new FileLeaseStore(State.Lock, State.Lease);

    /// <summary>One for the whole command: what it has verified while it holds the lease need not be verified again.</summary>
    public LedgerFile Ledger => _ledger ??= new LedgerFile(State.Ledger, Lease);

    private LedgerFile? _ledger;

    private ReleaseStore? _releases;

    /// <summary>Who runs this command.</summary>
    public static string Actor { get; } = $"{System.Environment.UserName}@{System.Environment.MachineName}";

    /// <summary>Asks.</summary>
    /// <exception cref="DeliveryFailure">The answer was no, or nobody can be asked: <see cref="ExitCode.ConfirmationNeeded"/>.</exception>
    public void RequireConfirmed(string question)
    {
        if (!Confirmation.Confirm(question))
        {
            throw new DeliveryFailure(ExitCode.Failed, $"Not confirmed: '{Environment.Name}' was left as it is.");
        }
    }

    /// <summary>Asks before any change, where the environment says so.</summary>
    /// <exception cref="DeliveryFailure">The answer was no, or nobody can be asked: <see cref="ExitCode.ConfirmationNeeded"/>.</exception>
    public void RequireConfirmedIfAlways(string question)
    {
        if (Environment.Confirm == ConfirmationPolicy.Always)
        {
            RequireConfirmed(question);
        }
    }

    /// <summary>The failure that a cancelled command ends with.</summary>
    /// <param name="what">What became of its work, as a sentence.</param>
    public DeliveryFailure Interrupted(string what) => Lease.Loss
        ?? (Lease.AbortedBy is { } who ? new(ExitCode.RolledBack, $"Aborted by {who}: {what}") : new(InterruptedBy(), $"Interrupted: {what}"));

    /// <summary>The same for another command, which takes a lease of its own and reads its own secrets.</summary>
    public DeliveryContext ForCommand()
    {
        var secrets = NewVault();
        return this with
        {
            Lease = new LeaseScope(),
            _ledger = null,
            _releases = null,
            Secrets = secrets,
            Output = new RedactingOutput(Output, secrets.Redact),
            Redact = text => secrets.Redact(Redact(text)),
        };
    }

    private SecretVault NewVault() => new(Environment, SecretStores, new AccountGuard(Environment, AwsAccountAsync));
}
