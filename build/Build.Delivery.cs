using FinanceHub.Delivery;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Interruption;
using FinanceHub.Delivery.Releases;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>The delivery targets: each is one call into build/Delivery.</summary>
partial class Build
{
    ReleaseBundle? _bundle;

    void MakeBundle() => Run(async signals =>
    {
        var version = CalculateVersion();
        var staging = ReleasesDirectory / $".staging-{Environment.ProcessId}";
        staging.CreateOrCleanDirectory();
        try
        {
            RunTool("The release cannot be built; what is listed above says where.", () => DotNetPublish(_ => _
                .SetProject(RootDirectory / "FinanceHub.Services.slnf")
                // A release is what customers run, on every machine: never the developer's Debug build.
                .SetConfiguration("Release")
                .EnableNoLogo()
                .SetVerbosity(DotNetVerbosity.quiet)
                .SetProperty("BundleDirectory", staging)
                // Lint and Compile judge the same sources.
                .SetProperty("RunAnalyzers", false)));
            _bundle = (await ReleaseBundle.SealAsync(staging, version.Version, version.Commit, version.Dirty, signals.Token)).MoveInto(ReleasesDirectory);
        }
        finally
        {
            staging.DeleteDirectory();
        }
    });

    void DeployRelease() => Deliver(async (service, stop) =>
        await service.DeployAsync(new DeployRequest { BundleDirectory = _bundle!.Directory, Port = Port, Reason = Reason, LockWait = LockWait }, stop));

    void RollBackRelease() => Deliver(async (service, stop) =>
        await service.RollbackAsync(new RollbackRequest { To = To, Reason = Reason, LockWait = LockWait }, stop));

    void PrintStatus() => Deliver(async (service, stop) => Require(await service.StatusAsync(new StatusRequest { Json = Json }, stop)));

    void PrintLogs() => Deliver(async (service, stop) =>
        await service.LogsAsync(new LogsRequest { Service = Service, Lines = Lines ?? 50, Follow = Follow }, stop));

    void RunSmoke() => Deliver(async (service, stop) => Require(await service.SmokeAsync(new SmokeRequest { Json = Json }, stop)));

    void PrintHealth() => Deliver(async (service, stop) => Require(await service.HealthAsync(new HealthRequest { Json = Json, Strict = Strict }, stop)));

    void StopEnvironment() => Deliver(async (service, stop) =>
        await service.StopAsync(new StopRequest { Purge = Purge, LockWait = LockWait }, new ConsoleConfirmation(Yes), stop));

    TimeSpan? LockWait => Wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    static void Require(IReport report)
    {
        if (report.ExitCode != FinanceHub.Delivery.ExitCode.Success)
        {
            throw new DeliveryFailure(report.ExitCode, report.Summary);
        }
    }

    void Deliver(Func<DeliveryService, CancellationToken, Task> body) => Run(async signals =>
    {
        var environment = Environments.Load(Env ?? "local");
        var state = State is null ? StateDirectory.For(RootDirectory, environment.Name) : new StateDirectory(State);
        await body(new DeliveryService(environment, state, new LogOutput(), interruptedBy: () => signals.ExitCode), signals.Token);
    });

    void Run(Action body) => Run(_ =>
    {
        body();
        return Task.CompletedTask;
    });

    /// <summary>A tool that fails has said why; how the build called it helps nobody.</summary>
    void RunTool(string failure, Action body) => Run(() =>
    {
        try
        {
            body();
        }
        catch (ProcessException)
        {
            throw new DeliveryFailure(FinanceHub.Delivery.ExitCode.Failed, failure);
        }
    });

    /// <summary>Ctrl+C reaches the body, and the code of a failure that it explains becomes the exit code of the build.</summary>
    void Run(Func<TerminationSignals, Task> body)
    {
        using var signals = TerminationSignals.Listen();
        try
        {
            body(signals).GetAwaiter().GetResult();
        }
        catch (DeliveryFailure failure)
        {
            ExitCode = (int)failure.Code;
            throw;
        }
    }
}
