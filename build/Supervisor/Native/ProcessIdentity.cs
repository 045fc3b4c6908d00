using System.Diagnostics;
using System.Globalization;

namespace FinanceHub.Supervisor.Native;

/// <summary>A process named so that a later one with the same id is not mistaken for it.</summary>
/// <param name="Pid">Process id.</param>
/// <param name="Start">When the kernel started it; opaque, compared for equality only.</param>
internal readonly record struct ProcessIdentity(int Pid, string Start)
{
    /// <summary>The process that has this id now, <see langword="null"/> when there is none or it has already ended.</summary>
    internal static ProcessIdentity? Of(int pid)
    {
        try
        {
            var start = OperatingSystem.IsLinux() ? ReadLinuxStart(pid) : ReadStartTime(pid);
            return start is null ? null : new ProcessIdentity(pid, start);
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether this very process still runs.</summary>
    internal bool IsAlive => Of(Pid) == this;

    /// <summary>Sends a signal if this very process still runs. The window between the check and the signal is microseconds; ids are not reused that soon.</summary>
    internal bool Signal(int signal) => IsAlive && Libc.kill(Pid, signal) == 0;

    // Clock ticks since boot count from zero again after a reboot, hence the boot id. A zombie has ended: only its parent has not looked yet.
    private static string? ReadLinuxStart(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : $"{fields[19]}@{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}";
    }

    private static string? ReadStartTime(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
    }
}
