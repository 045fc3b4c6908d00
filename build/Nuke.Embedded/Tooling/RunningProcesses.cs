using System.ComponentModel;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>The processes that the build waits for: none of them outlives it, however it ends.</summary>
internal sealed class RunningProcesses
{
    private readonly Lock gate = new();
    private readonly HashSet<Process> running = [];
    private bool ending;

    /// <summary>Those of this build; made when the first one starts.</summary>
    public static RunningProcesses OfBuild { get; } = EndingWithBuild();

    /// <exception cref="OperationCanceledException">The build is ending.</exception>
    public void Start(Process process)
    {
        // Under the lock, so that a cancellation either prevents the start or sees the process.
        lock (gate)
        {
            if (ending)
                throw new OperationCanceledException($"'{process.StartInfo.FileName}' was not started: the build is ending.");

            process.Start();
            running.Add(process);
        }
    }

    public void Forget(Process process)
    {
        lock (gate)
            running.Remove(process);
    }

    /// <summary>Ends what runs and lets nothing start any more.</summary>
    public void KillAll()
    {
        lock (gate)
        {
            ending = true;
            foreach (var process in running)
                Kill(process);
            running.Clear();
        }
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
        catch (AggregateException exception) when (exception.InnerExceptions.All(x => x is Win32Exception or InvalidOperationException))
        {
            // A descendant ended by itself in the meantime.
        }
    }

    private static RunningProcesses EndingWithBuild()
    {
        var processes = new RunningProcesses();
        // Raised at every end but SIGKILL: after a cancellation the engine ends the process by itself.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => processes.KillAll();
        return processes;
    }
}
