using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Driver;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Interruption;
using FinanceHub.Delivery.Platforms;

// deploy|rollback <state directory> <port> <bundle directory or -> <step at which this process kills itself, or -> [<strategy>]
using var signals = TerminationSignals.Listen();
var (environment, state) = (TestEnvironment.Create(int.Parse(args[2], CultureInfo.InvariantCulture)), new StateDirectory(args[1]));
var context = new DeliveryContext
{
    Environment = environment,
    State = state,
    Platform = PlatformCatalog.Create(environment, state, TimeProvider.System),
    Output = new TextOutput(Console.Out),
    Clock = TimeProvider.System,
    Smoke = new ProbeSmoke(),
    InterruptedBy = () => signals.ExitCode,
    StepBegins = (step, _) =>
    {
        if (step.ToString() == args[4])
        {
            Process.GetCurrentProcess().Kill();
        }

        return Task.CompletedTask;
    },
};
var service = new DeliveryService(context);
try
{
    if (args[0] == "deploy")
    {
        await service.DeployAsync(new DeployRequest { BundleDirectory = args[3], Strategy = args.ElementAtOrDefault(5) }, signals.Token);
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
