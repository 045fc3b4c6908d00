using System.Text.Json;
using FinanceHub.Delivery;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Driver;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Interruption;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Platforms;

var options = JsonSerializer.Deserialize<DriverOptions>(args[0])!;
using var signals = TerminationSignals.Listen();
var signal = new SelfSignal(options, signals.Token);
var environment = TestEnvironment.Create(options.Port) is var usual && options.BakeMilliseconds > 0
    ? usual with { Strategy = usual.Strategy with { Bake = new BakeLimits { Duration = TimeSpan.FromMilliseconds(options.BakeMilliseconds) } } }
    : usual;
var state = new StateDirectory(options.State);
var context = new DeliveryContext
{
    Environment = environment,
    State = state,
    Platform = PlatformCatalog.Create(environment, state, TimeProvider.System),
    Output = new TextOutput(Console.Out),
    Clock = TimeProvider.System,
    Smoke = new ProbeSmoke(environment.Limits.SmokeTimeout),
    InterruptedBy = () => signals.ExitCode,
    LeaseTimes = options.HeartbeatMilliseconds is { } heartbeat
        ? new LeaseTimes { Heartbeat = TimeSpan.FromMilliseconds(heartbeat), Expiry = TimeSpan.FromMilliseconds(heartbeat * 6), Poll = TimeSpan.FromMilliseconds(heartbeat / 2) }
        : new LeaseTimes(),
    StepBegins = (step, _) => signal.AtAsync(step),
};
var service = new DeliveryService(context);
try
{
    if (options.Verb == "deploy")
    {
        await service.DeployAsync(new DeployRequest { BundleDirectory = options.Bundle!, Strategy = options.Strategy }, signals.Token);
    }
    else
    {
        await service.RollbackAsync(new RollbackRequest(), signals.Token);
    }

    return OwnExit.With(0);
}
catch (DeliveryFailure failure)
{
    await Console.Error.WriteLineAsync(failure.ToString());
    return OwnExit.With((int)failure.Code);
}
