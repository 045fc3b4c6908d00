using System.Diagnostics;
using System.Runtime.InteropServices;
using FinanceHub.Supervisor.Logs;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Storage;

namespace FinanceHub.Supervisor.Running;

/// <summary>The supervisor as a process: lock, orphans, signals, and the supervision in between.</summary>
internal static class SupervisorProcess
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(1);

    /// <summary>Supervises until stopped.</summary>
    /// <exception cref="SupervisorException">The instance could not be started; nothing was left behind.</exception>
    internal static void Run(InstanceDirectory directory)
    {
        InheritedDescriptors.Close();
        using var held = AcquireLock(directory);
        var spec = SpecFile.Read(directory)
            ?? throw new SupervisorException(SupervisorFault.InvalidSpec, $"{directory.Spec} is missing: write the specification first.");
        SpecValidation.Require(spec);
        using var events = new EventLog(directory.SupervisorLog);
        EndOrphans(directory, spec, events);
        using var nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        using var processes = OpenRecord(directory);
        using var supervision = new Supervision(spec, directory, events, new StatusReport(directory, processes, events), nothing);
        using var terminate = OnSignal(PosixSignal.SIGTERM, supervision.RequestStop);
        using var interrupt = OnSignal(PosixSignal.SIGINT, supervision.RequestStop);
        using var hangUp = OnSignal(PosixSignal.SIGHUP, supervision.RequestReload);
        supervision.Begin();
        try
        {
            supervision.Run();
        }
        catch (Exception bug)
        {
            events.Write($"the supervisor failed: {bug}");
            throw;
        }
    }

    // A client that only looks holds the lock for microseconds.
    private static FileStream AcquireLock(InstanceDirectory directory)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(directory.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (directory.IsLocked && Stopwatch.GetElapsedTime(start) < LockPatience)
            {
                Thread.Sleep(1);
            }
            catch (IOException) when (directory.IsLocked)
            {
                throw new SupervisorException(SupervisorFault.AlreadyRunning, $"Instance '{directory.Root}' is already supervised; stop it first.");
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw StorageFault.From(failure, directory.Root);
            }
        }
    }

    private static void EndOrphans(InstanceDirectory directory, InstanceSpec spec, EventLog events)
    {
        var ended = OrphanedChildren.EndAsync(directory, TimeSpan.FromSeconds(spec.StopTimeoutSeconds), CancellationToken.None).GetAwaiter().GetResult();
        if (ended > 0)
            events.Write($"ended {ended} program(s) of a supervisor that was killed");
    }

    private static ProcessRecord OpenRecord(InstanceDirectory directory)
    {
        try
        {
            return new ProcessRecord(directory.Processes);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw StorageFault.From(failure, directory.Root);
        }
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, Action action) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        action();
    });
}
