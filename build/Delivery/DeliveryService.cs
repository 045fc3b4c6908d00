using FinanceHub.Delivery.CommandLine;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.History;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Logs;
using FinanceHub.Delivery.Metrics;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Plans;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Rehearsal;
using FinanceHub.Delivery.Smoke;
using FinanceHub.Delivery.Status;

namespace FinanceHub.Delivery;

/// <summary>
/// Everything that can be done with an environment. Each command ends with a result or with a <see cref="DeliveryFailure"/>; a
/// cancelled one first undoes what is half done, then fails with the code of the signal.
/// </summary>
public sealed class DeliveryService
{
    private readonly DeliveryContext _context;

    /// <summary>Nothing is read or written yet.</summary>
    /// <param name="environment">Where and within which limits.</param>
    /// <param name="state">What the environment keeps.</param>
    /// <param name="output">Where progress, diagnosis and tables go.</param>
    /// <param name="clock">Default: the system's.</param>
    /// <param name="interruptedBy">The code for a cancelled command. Default: <see cref="ExitCode.Interrupted"/>.</param>
    /// <param name="redact">Takes secrets out of what is written to stay. Default: nothing is taken out.</param>
    /// <param name="confirmation">Asks before what others are affected by. Default: nobody can be asked, so what needs an answer fails.</param>
    /// <param name="sources">The repository, which knows what lies between two releases. Default: none.</param>
    public DeliveryService(DeliveryEnvironment environment, StateDirectory state, IDeliveryOutput output, TimeProvider? clock = null, Func<ExitCode>? interruptedBy = null, Func<string, string>? redact = null, IConfirmation? confirmation = null, string? sources = null)
        : this(new DeliveryContext
        {
            Environment = environment,
            State = state,
            Platform = PlatformCatalog.Create(environment, state, clock ?? TimeProvider.System),
            Output = output,
            Clock = clock ?? TimeProvider.System,
            Smoke = new SmokeSuite(environment.Limits.SmokeTimeout, clock ?? TimeProvider.System),
            InterruptedBy = interruptedBy ?? (() => ExitCode.Interrupted),
            Redact = redact ?? (text => text),
            Confirmation = confirmation ?? new NoConfirmation(),
            Sources = sources,
        })
    {
    }

    internal DeliveryService(DeliveryContext context) => _context = context;

    /// <summary>Finds what would stop a deploy that is about to be prepared, and changes nothing.</summary>
    /// <exception cref="DeliveryFailure">The port, the state directory or a secret cannot be had, or the environment takes only what is committed and something is not.</exception>
    public Task PreflightAsync(PreflightRequest request, CancellationToken cancellation) => GuardAsync("preflight", async context =>
    {
        CommittedSources.RequireTree(context);
        StateProbe.RequireWritable(context.State);
        try
        {
            Hold.Of(context.Ledger.Read()).RequireNone(null, context.Environment.Name);
            await context.Secrets.ResolveAsync(cancellation);
            PublicEndpoint.Resolve(context, request.Port, await context.Platform.ObserveAsync(cancellation));
        }
        catch (DeliveryFailure fault) when (request.ForPlan && fault.Code is ExitCode.Held or ExitCode.SecretUnavailable or ExitCode.WrongAccount or ExitCode.PortInUse)
        {
            context.Output.Warn($"Would be refused now: {fault.Message}");
        }

        return 0;
    });

    /// <summary>Puts a sealed release into service beside the running one, switches all traffic, stops the old one.</summary>
    /// <exception cref="DeliveryFailure">It did not work; what served before still does.</exception>
    public Task<DeployResult> DeployAsync(DeployRequest request, CancellationToken cancellation) =>
        GuardAsync("deploy", context => new DeployCommand(With(request.Strategy, context)).RunAsync(request, cancellation));

    /// <summary>Prints what a deploy would do, and keeps it for its approval; changes nothing.</summary>
    /// <exception cref="DeliveryFailure">The release is not whole.</exception>
    public Task<DeliveryPlan> PlanDeployAsync(DeployRequest request, CancellationToken cancellation) =>
        GuardAsync("plan", context => new DeployCommand(With(request.Strategy, context)).PlanAsync(request, cancellation));

    /// <summary>Prints what a rollback would do, and keeps it for its approval; changes nothing.</summary>
    /// <exception cref="DeliveryFailure">There is nothing to go back to.</exception>
    public Task<DeliveryPlan> PlanRollbackAsync(RollbackRequest request, CancellationToken cancellation) =>
        GuardAsync("plan", context => new RollbackCommand(context).PlanAsync(request, cancellation));

    /// <summary>Brings the last good release back, or the one asked for, and marks the one it leaves as bad.</summary>
    /// <exception cref="DeliveryFailure">There is none, or it did not work; what served before still does.</exception>
    public Task<RollbackResult> RollbackAsync(RollbackRequest request, CancellationToken cancellation) =>
        GuardAsync("rollback", context => new RollbackCommand(context).RunAsync(request, cancellation));

    /// <summary>Allows again what rollbacks have held.</summary>
    /// <exception cref="DeliveryFailure">There is no reason, or another command runs.</exception>
    public Task LiftHoldAsync(LiftHoldRequest request, CancellationToken cancellation) => GuardAsync("lift hold", async context =>
    {
        await new LiftHoldCommand(context).RunAsync(request, cancellation);
        return 0;
    });

    /// <summary>Fences off whoever holds the environment; asks first if the holder lives.</summary>
    /// <exception cref="DeliveryFailure">There is no reason, or it was not confirmed.</exception>
    public Task UnlockAsync(UnlockRequest request, CancellationToken cancellation) => GuardAsync("unlock", context =>
    {
        new UnlockCommand(context).Run(request, cancellation);
        return Task.FromResult(0);
    });

    /// <summary>Adds the demo account, once.</summary>
    /// <exception cref="DeliveryFailure">Nothing is deployed, or another command runs.</exception>
    public Task SeedAsync(CancellationToken cancellation) => GuardAsync("seed", async context =>
    {
        await new SeedCommand(context).RunAsync(cancellation);
        return 0;
    });

    /// <summary>Prints what happened.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success, or failed if somebody changed the ledger.</returns>
    public Task<HistoryReport> HistoryAsync(HistoryRequest request) => GuardAsync("history", context => Task.FromResult(new HistoryCommand(context).Run(request)));

    /// <summary>Prints the five measures of DORA, from the ledger.</summary>
    /// <exception cref="DeliveryFailure">The time is none, or somebody changed the ledger.</exception>
    public Task<MetricsReport> MetricsAsync(MetricsRequest request) => GuardAsync("metrics", context => request.Days is >= 1 and <= MetricsRequest.MaximumDays
        ? Task.FromResult(new MetricsCommand(context).Run(request))
        : throw new DeliveryFailure(ExitCode.Usage, $"Metrics look back 1 to {MetricsRequest.MaximumDays} days, found --days {request.Days}."));

    /// <summary>Plays a deploy and the way back from it with data in an environment of its own, which it removes; the real one is only read.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success, or the code of the step that failed.</returns>
    /// <exception cref="DeliveryFailure">Nothing serves, so there is nothing to go back to (<see cref="ExitCode.NotDeployed"/>), or another rehearsal runs.</exception>
    public Task<RehearsalReport> RehearseAsync(RehearseRequest request, CancellationToken cancellation) =>
        GuardAsync("rehearsal", context => new RehearsalCommand(context).RunAsync(request, cancellation));

    /// <summary>Prints what runs.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success, failed if degraded, not deployed.</returns>
    public Task<StatusReport> StatusAsync(StatusRequest request, CancellationToken cancellation) =>
        GuardAsync("status", context => new StatusCommand(context).RunAsync(request, cancellation));

    /// <summary>Prints what services wrote; with <see cref="LogsRequest.Follow"/> until cancelled, which is no failure then.</summary>
    public Task LogsAsync(LogsRequest request, CancellationToken cancellation) => GuardAsync("logs", async context =>
    {
        await new LogsCommand(context).RunAsync(request, cancellation);
        return 0;
    });

    /// <summary>Uses what is deployed as a customer does, and prints what was found.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success or smoke failed.</returns>
    /// <exception cref="DeliveryFailure">Nothing is deployed.</exception>
    public Task<SmokeReport> SmokeAsync(SmokeRequest request, CancellationToken cancellation) =>
        GuardAsync("smoke", context => new SmokeCommand(context).RunAsync(request, cancellation));

    /// <summary>Prints the health of every service.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success, failed, not deployed.</returns>
    public Task<HealthReport> HealthAsync(HealthRequest request, CancellationToken cancellation) =>
        GuardAsync("health", context => new HealthCommand(context).RunAsync(request, cancellation));

    /// <summary>Stops everything in order; with <see cref="StopRequest.Purge"/> removes the data too, after asking.</summary>
    public Task StopAsync(StopRequest request, CancellationToken cancellation) => GuardAsync("stop", async context =>
    {
        await new StopCommand(context).RunAsync(request, cancellation);
        return 0;
    });

    private static DeliveryContext With(string? strategy, DeliveryContext context)
    {
        if (strategy is null)
        {
            return context;
        }

        var kind = DeliveryStrategy.Parse(strategy) ?? throw new DeliveryFailure(ExitCode.Usage,
            $"There is no strategy '{strategy}'.{Suggestions.For(strategy, DeliveryStrategy.Names)} Known: {string.Join(", ", DeliveryStrategy.Names)}.");
        return context with { Environment = context.Environment with { Strategy = context.Environment.Strategy with { Kind = kind } } };
    }

    private async Task<T> GuardAsync<T>(string what, Func<DeliveryContext, Task<T>> body)
    {
        var context = _context.ForCommand();
        try
        {
            return await body(context);
        }
        catch (OperationCanceledException)
        {
            throw context.Interrupted($"the {what} was ended before it changed anything.");
        }
        catch (Exception fault) when (StateFaults.Explain(fault, context.State.Root) is { } known)
        {
            throw known;
        }
        catch (DeliveryFailure fault) when (context.Redact(fault.Message) is var clean && clean != fault.Message)
        {
            throw new DeliveryFailure(fault.Code, clean);
        }
    }
}
