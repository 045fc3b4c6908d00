using FinanceHub.Delivery.CommandLine;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Health;
using FinanceHub.Delivery.History;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Logs;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Plans;
using FinanceHub.Delivery.Platforms;
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
    public DeliveryService(DeliveryEnvironment environment, StateDirectory state, IDeliveryOutput output, TimeProvider? clock = null, Func<ExitCode>? interruptedBy = null, Func<string, string>? redact = null)
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
        })
    {
    }

    internal DeliveryService(DeliveryContext context) => _context = context;

    /// <summary>Finds what would stop a deploy that is about to be prepared, and changes nothing.</summary>
    /// <exception cref="DeliveryFailure">The port or the state directory cannot be had.</exception>
    public Task PreflightAsync(PreflightRequest request, CancellationToken cancellation) => GuardAsync("preflight", async () =>
    {
        StateProbe.RequireWritable(_context.State);
        Hold.Of(_context.Ledger.Read()).RequireNone(null, _context.Environment.Name);
        return PublicEndpoint.Resolve(_context, request.Port, await _context.Platform.ObserveAsync(cancellation));
    });

    /// <summary>Puts a sealed release into service beside the running one, switches all traffic, stops the old one.</summary>
    /// <exception cref="DeliveryFailure">It did not work; what served before still does.</exception>
    public Task<DeployResult> DeployAsync(DeployRequest request, CancellationToken cancellation) =>
        GuardAsync("deploy", () => new DeployCommand(ContextOf(request)).RunAsync(request, cancellation));

    /// <summary>Prints what a deploy would do, and keeps it for its approval; changes nothing.</summary>
    /// <exception cref="DeliveryFailure">The release is not whole.</exception>
    public Task<DeliveryPlan> PlanDeployAsync(DeployRequest request, CancellationToken cancellation) =>
        GuardAsync("plan", () => new DeployCommand(ContextOf(request)).PlanAsync(request, cancellation));

    /// <summary>Prints what a rollback would do, and keeps it for its approval; changes nothing.</summary>
    /// <exception cref="DeliveryFailure">There is nothing to go back to.</exception>
    public Task<DeliveryPlan> PlanRollbackAsync(RollbackRequest request, CancellationToken cancellation) =>
        GuardAsync("plan", () => new RollbackCommand(_context).PlanAsync(request, cancellation));

    /// <summary>Brings the last good release back, or the one asked for, and marks the one it leaves as bad.</summary>
    /// <exception cref="DeliveryFailure">There is none, or it did not work; what served before still does.</exception>
    public Task<RollbackResult> RollbackAsync(RollbackRequest request, CancellationToken cancellation) =>
        GuardAsync("rollback", () => new RollbackCommand(_context).RunAsync(request, cancellation));

    /// <summary>Allows again what rollbacks have held.</summary>
    /// <exception cref="DeliveryFailure">There is no reason, or another command runs.</exception>
    public Task LiftHoldAsync(LiftHoldRequest request, CancellationToken cancellation) => GuardAsync("lift hold", async () =>
    {
        await new LiftHoldCommand(_context).RunAsync(request, cancellation);
        return 0;
    });

    /// <summary>Adds the demo account, once.</summary>
    /// <exception cref="DeliveryFailure">Nothing is deployed, or another command runs.</exception>
    public Task SeedAsync(CancellationToken cancellation) => GuardAsync("seed", async () =>
    {
        await new SeedCommand(_context).RunAsync(cancellation);
        return 0;
    });

    /// <summary>Prints what happened.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success, or failed if somebody changed the ledger.</returns>
    public Task<HistoryReport> HistoryAsync(HistoryRequest request) => GuardAsync("history", () => Task.FromResult(new HistoryCommand(_context).Run(request)));

    /// <summary>Prints what runs.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success, failed if degraded, not deployed.</returns>
    public Task<StatusReport> StatusAsync(StatusRequest request, CancellationToken cancellation) =>
        GuardAsync("status", () => new StatusCommand(_context).RunAsync(request, cancellation));

    /// <summary>Prints what services wrote; with <see cref="LogsRequest.Follow"/> until cancelled, which is no failure then.</summary>
    public Task LogsAsync(LogsRequest request, CancellationToken cancellation) => GuardAsync("logs", async () =>
    {
        await new LogsCommand(_context).RunAsync(request, cancellation);
        return 0;
    });

    /// <summary>Uses what is deployed as a customer does, and prints what was found.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success or smoke failed.</returns>
    /// <exception cref="DeliveryFailure">Nothing is deployed.</exception>
    public Task<SmokeReport> SmokeAsync(SmokeRequest request, CancellationToken cancellation) =>
        GuardAsync("smoke", () => new SmokeCommand(_context).RunAsync(request, cancellation));

    /// <summary>Prints the health of every service.</summary>
    /// <returns><see cref="IReport.ExitCode"/>: success, failed, not deployed.</returns>
    public Task<HealthReport> HealthAsync(HealthRequest request, CancellationToken cancellation) =>
        GuardAsync("health", () => new HealthCommand(_context).RunAsync(request, cancellation));

    /// <summary>Stops everything in order; with <see cref="StopRequest.Purge"/> removes the data too, after asking.</summary>
    public Task StopAsync(StopRequest request, IConfirmation confirmation, CancellationToken cancellation) => GuardAsync("stop", async () =>
    {
        await new StopCommand(_context).RunAsync(request, confirmation, cancellation);
        return 0;
    });

    private DeliveryContext ContextOf(DeployRequest request)
    {
        if (request.Strategy is not { } name)
        {
            return _context;
        }

        var kind = DeliveryStrategy.Parse(name) ?? throw new DeliveryFailure(ExitCode.Usage,
            $"There is no strategy '{name}'.{Suggestions.For(name, DeliveryStrategy.Names)} Known: {string.Join(", ", DeliveryStrategy.Names)}.");
        return _context with { Environment = _context.Environment with { Strategy = _context.Environment.Strategy with { Kind = kind } } };
    }

    private async Task<T> GuardAsync<T>(string what, Func<Task<T>> body)
    {
        try
        {
            return await body();
        }
        catch (OperationCanceledException)
        {
            throw _context.Interrupted($"Interrupted: the {what} was ended before it changed anything.");
        }
        catch (Exception fault) when (StateFaults.Explain(fault, _context.State.Root) is { } known)
        {
            throw known;
        }
    }
}
