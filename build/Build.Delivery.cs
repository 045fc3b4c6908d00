using FinanceHub.Delivery;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Interruption;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;
using FinanceHub.Delivery.Versioning;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;
using Serilog.Events;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>The delivery targets: each is one call into build/Delivery.</summary>
partial class Build
{
    ReleaseBundle? _bundle;

    void MakeBundle() => Run(async signals =>
    {
        var origin = BuildOrigin.Of(CalculateVersion(), DotNetSdk.Version(DotNetPath, RootDirectory), Environment.GetEnvironmentVariable);
        _bundle = await BuiltBundle.FindAsync(ReleasesDirectory, origin, signals.Token);
        if (_bundle is not null)
        {
            Log.Information("{Release:l} was built of this commit before, and is used as it is; to build it again delete {Directory:l}", _bundle.Manifest.ReleaseId, _bundle.Directory);
            return;
        }

        using var staging = new StagingDirectory(ReleasesDirectory);
        PublishHosts(staging.Path, signals);
        _bundle = (await ReleaseBundle.SealAsync(staging.Path, origin, BuildMetadata("NuGetPackageRoot"), signals.Token)).MoveInto(ReleasesDirectory);
        BundleRetention.Prune(ReleasesDirectory, _bundle.Directory);
    });

    /// <summary>As a process of ours: a task of the engine could not be ended by a signal that only the build got.</summary>
    void PublishHosts(string directory, TerminationSignals signals)
    {
        // A release is what customers run, on every machine: never the developer's Debug build. Lint and Compile judge the same sources.
        using var publish = ProcessTasks.StartProcess(DotNetPath,
            $"publish {RootDirectory / "FinanceHub.Services.slnf"} --configuration Release --nologo --verbosity quiet -p:BundleDirectory={directory} -p:RunAnalyzers=false",
            logger: (_, line) => Log.Write(line.Contains(": error ", StringComparison.Ordinal) ? LogEventLevel.Error : LogEventLevel.Debug, "{Line:l}", line));
        using var killing = signals.Token.Register(publish.Kill);
        publish.WaitForExit();
        if (publish.ExitCode != 0)
        {
            throw signals.Came()
                ? Interrupted(signals)
                : new DeliveryFailure(FinanceHub.Delivery.ExitCode.Failed, "The release cannot be built; what is listed above says where.");
        }
    }

    // What stops the deploy anyway must not wait for a release to be built.
    void CheckDeployable() => Deliver(async (service, stop) => await service.PreflightAsync(new PreflightRequest { Port = Port, ForPlan = DryRun }, stop));

    void DeployRelease() => Deliver((service, stop) =>
    {
        var request = new DeployRequest { BundleDirectory = RequireBundle().Directory, Strategy = Strategy, Approved = Approved, AcceptDataLoss = AcceptDataLoss, Port = Port, Reason = Reason, LockWait = LockWait };
        return DryRun ? service.PlanDeployAsync(request, stop) : service.DeployAsync(request, stop);
    });

    void RehearseRelease() => Deliver((service, stop) =>
    {
        Evidence.Record("rehearsal", figures =>
        {
            var report = service.RehearseAsync(new RehearseRequest { BundleDirectory = RequireBundle().Directory, Json = Json }, stop).GetAwaiter().GetResult();
            figures["from"] = report.From;
            figures["to"] = report.To;
            figures["migrations"] = report.Migrations.Count;
            figures["steps"] = report.Steps.Count(step => step.Verdict == "pass");
            Require(report);
        });
        return Task.CompletedTask;
    });

    void RollBackRelease() => Deliver((service, stop) =>
    {
        var request = new RollbackRequest { To = To, Approved = Approved, AcceptDataLoss = AcceptDataLoss, HoldAll = HoldAll, Port = Port, Reason = Reason, LockWait = LockWait };
        return DryRun ? service.PlanRollbackAsync(request, stop) : service.RollbackAsync(request, stop);
    });

    void SeedDemo() => Deliver(async (service, stop) => await service.SeedAsync(stop));

    void LiftHolds() => Deliver(async (service, stop) => await service.LiftHoldAsync(new LiftHoldRequest { Reason = Reason, LockWait = LockWait }, stop));

    void UnlockEnvironment() => Deliver(async (service, stop) => await service.UnlockAsync(new UnlockRequest { Reason = Reason }, stop));

    void PrintHistory() => Deliver(async (service, _) => Require(await service.HistoryAsync(new HistoryRequest { Lines = Lines, Verify = VerifyChain, Json = Json })));

    void PrintMetrics() => Deliver(async (service, _) => Require(await service.MetricsAsync(new MetricsRequest { Days = Days, Json = Json })));

    void PrintStatus() => Deliver(async (service, stop) => Require(await service.StatusAsync(new StatusRequest { Json = Json }, stop)));

    void PrintLogs() => Deliver(async (service, stop) =>
        await service.LogsAsync(new LogsRequest { Service = Service, Lines = Lines ?? 50, Follow = Follow }, stop));

    void RunSmoke() => Deliver(async (service, stop) => Require(await service.SmokeAsync(new SmokeRequest { Address = Address, Json = Json }, stop)));

    void PrintHealth() => Deliver(async (service, stop) => Require(await service.HealthAsync(new HealthRequest { Json = Json, Strict = Strict }, stop)));

    void StopEnvironment() => Deliver(async (service, stop) =>
        await service.StopAsync(new StopRequest { Purge = Purge, LockWait = LockWait }, stop));

    ReleaseBundle RequireBundle() => _bundle ?? throw new DeliveryFailure(FinanceHub.Delivery.ExitCode.Usage,
        "Bundle was skipped, so there is no release to deploy. Expected: Deploy with what it depends on, without --skip and --continue.");

    TimeSpan? LockWait => Wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    // Where nobody watches, an answer that lies about in the environment answers questions that nobody has read.
    static bool IsConfirmed => CommandLineGate.Report.IsOnCommandLine("yes");

    ConsoleConfirmation Confirmation => new(Yes && IsConfirmed);

    /// <summary>Named or configured, said before anything else, and never guessed.</summary>
    string RequireEnvironment()
    {
        var name = Env ?? throw new DeliveryFailure(FinanceHub.Delivery.ExitCode.Usage,
            $"No environment is named. Name one: --env NAME, or \"Env\" in a profile or in .nuke/parameters.json. Known: {string.Join(", ", Environments.Names)}.");
        Log.Information("Environment: {Name:l} (from {Source:l})", name, CommandLineGate.Report.SourceOf("env", name) ?? "the build");
        return name;
    }

    static void Require(IReport report)
    {
        if (report.ExitCode != FinanceHub.Delivery.ExitCode.Success)
        {
            throw new DeliveryFailure(report.ExitCode, report.Summary);
        }
    }

    void Deliver(Func<DeliveryService, CancellationToken, Task> body) => Run(async signals =>
    {
        var environment = Environments.Load(RequireEnvironment());
        var state = State is null ? StateDirectory.For(RootDirectory, environment.Name) : new StateDirectory(State);
        await body(new DeliveryService(environment, state, new LogOutput(), interruptedBy: () => signals.ExitCode, redact: SecretOutput.Redact, confirmation: Confirmation, sources: RootDirectory), signals.Token);
    });

    /// <summary>A tool that fails has said why; how the build called it helps nobody. Ctrl+C ends the tool and the build.</summary>
    void RunTool(string failure, Action body) => Run(() =>
    {
        using var signals = TerminationSignals.Watch();
        try
        {
            body();
        }
        catch (ProcessException)
        {
            throw signals.Came() ? Interrupted(signals) : new DeliveryFailure(FinanceHub.Delivery.ExitCode.Failed, failure);
        }
    });

    /// <summary>Ctrl+C reaches the body, which ends when it has undone what is half done.</summary>
    void Run(Func<TerminationSignals, Task> body) => Run(() =>
    {
        using var signals = TerminationSignals.Listen();
        body(signals).GetAwaiter().GetResult();
    });

    static DeliveryFailure Interrupted(TerminationSignals signals) => new(signals.ExitCode, "Interrupted.");

    /// <summary>The code of a failure that the body explains becomes the exit code of the build.</summary>
    void Run(Action body)
    {
        try
        {
            body();
        }
        catch (DeliveryFailure failure)
        {
            ExitCode = (int)failure.Code;
            throw;
        }
    }
}
