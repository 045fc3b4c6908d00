using System.Runtime.InteropServices;

namespace FinanceHub.Supervisor.Native;

/// <summary>
/// A program started by <c>posix_spawn</c>: unlike <see cref="System.Diagnostics.Process"/> it can be given an open socket, leads a
/// process group of its own, and tells a signal from an exit code.
/// </summary>
internal sealed class ChildProcess
{
    private const int StackBytes = 128 * 1024;
    private readonly Lock _gate = new();
    private bool _reaped;

    private ChildProcess(int pid)
    {
        Pid = pid;
        Identity = ProcessIdentity.Of(pid);
    }

    /// <summary>Process id, and the id of the process group.</summary>
    internal int Pid { get; }

    /// <summary><see langword="null"/> when it ended at once.</summary>
    internal ProcessIdentity? Identity { get; }

    /// <summary>Starts the program. Must be called on a thread that lives as long as the process: the kernel ties "my parent died" to the thread.</summary>
    /// <exception cref="SupervisorException">The program cannot be executed.</exception>
    internal static ChildProcess Start(SpawnRequest request)
    {
        var error = Spawner.Spawn(request, out var pid);
        if (error != 0)
            throw new SupervisorException(SupervisorFault.StartFailed, $"'{request.Arguments[0]}' cannot be executed: {Marshal.GetPInvokeErrorMessage(error)}.");
        return new ChildProcess(pid);
    }

    /// <summary>Calls back once, on a thread of its own, when the program has ended.</summary>
    internal void WatchExit(Action<ChildExit> ended) =>
        new Thread(() => ended(WaitForExit()), StackBytes) { IsBackground = true, Name = "wait" }.Start();

    /// <summary>Sends a signal to the program; nothing when it has ended.</summary>
    internal void Signal(int signal)
    {
        lock (_gate)
        {
            if (!_reaped)
                _ = Libc.kill(Pid, signal);
        }
    }

    /// <summary>How the program ended, <see langword="null"/> while it runs. For a caller that does not watch it.</summary>
    internal ChildExit? TryReap() => Libc.waitpid(Pid, out var status, Libc.WNOHANG) == Pid ? Decode(status) : null;

    private unsafe ChildExit WaitForExit()
    {
        var info = stackalloc byte[256];
        while (Libc.waitid(Libc.P_PID, Pid, info, Libc.WEXITED | Libc.WNOWAIT) != 0 && Marshal.GetLastPInvokeError() == Libc.EINTR)
        {
        }

        lock (_gate)
        {
            // Still a zombie, so its id cannot belong to anyone else yet: what it left running in its group ends with it.
            _ = Libc.kill(-Pid, Libc.SIGKILL);
            _ = Libc.waitpid(Pid, out var status, 0);
            _reaped = true;
            return Decode(status);
        }
    }

    private static ChildExit Decode(int status)
    {
        var signal = status & 0x7f;
        return signal != 0 ? new ChildExit(null, signal, DateTimeOffset.UtcNow) : new ChildExit((status >> 8) & 0xff, null, DateTimeOffset.UtcNow);
    }
}
