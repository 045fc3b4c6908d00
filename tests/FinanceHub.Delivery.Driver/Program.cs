using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Driver;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Interruption;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Platforms;

// deploy|rollback <state directory> <port> <bundle directory or -> <step at which this process kills itself, or -> [<milliseconds between
// signs of life, or -; with them the step suspends the process instead> [<strategy>]]
var heartbeat = args.ElementAtOrDefault(5) is { } given and not "-" ? TimeSpan.FromMilliseconds(int.Parse(given, CultureInfo.InvariantCulture)) : (TimeSpan?)null;
using var signals = TerminationSignals.Listen();
var (environment, state) = (TestEnvironment.Create(int.Parse(args[2], CultureInfo.InvariantCulture)), new StateDirectory(args[1]));
var context = new DeliveryContext
{
    Environment = environment,
    State = state,
    Platform = PlatformCatalog.Create(environment, state, TimeProvider.System),
    Output = new TextOutput(Console.Out),
    Clock = TimeProvider.System,
    Smoke = new ProbeSmoke(environment.Limits.SmokeTimeout),
    InterruptedBy = () => signals.ExitCode,
    LeaseTimes = heartbeat is { } interval ? new LeaseTimes { Heartbeat = interval, Expiry = interval * 6, Poll = interval / 2 } : new LeaseTimes(),
    StepBegins = async (step, _) =>
    {
        if (step.ToString() != args[4])
        {
            return;
        }

        if (heartbeat is null)
        {
            Process.GetCurrentProcess().Kill();
        }

        using var suspend = Process.Start("kill", ["-STOP", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await suspend.WaitForExitAsync(CancellationToken.None);
    },
};
var service = new DeliveryService(context);
try
{
    if (args[0] == "deploy")
    {
        await service.DeployAsync(new DeployRequest { BundleDirectory = args[3], Strategy = args.ElementAtOrDefault(6) }, signals.Token);
    }
    else
    {
        await service.RollbackAsync(new RollbackRequest(), signals.Token);
    }

    return 0;
}
catch (DeliveryFailure failure)
{
    await Console.Error.WriteLineAsync(failure.ToString());
    return (int)failure.Code;
}
