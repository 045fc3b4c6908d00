using System.Globalization;

namespace FinanceHub.Supervisor.Native;

/// <summary>Descriptors that a starter left open by accident, for example the pipe of a shell's <c>3&gt;&amp;1 | reader</c>.</summary>
internal static class InheritedDescriptors
{
    /// <summary>Lets go of all but the standard streams. To be called before anything else opens something.</summary>
    /// <remarks>
    /// The runtime opens everything close-on-exec, so a descriptor without the flag came from the starter. On macOS the runtime cannot
    /// always do so: there the flag is set instead, which at least keeps the descriptor from the programs started here.
    /// </remarks>
    internal static void Close()
    {
        var open = Directory.GetFileSystemEntries(OperatingSystem.IsMacOS() ? "/dev/fd" : "/proc/self/fd")
            .Select(entry => int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture));
        foreach (var descriptor in open.Where(descriptor => descriptor > 2))
        {
            var flags = Libc.fcntl(descriptor, Libc.F_GETFD, 0);
            if (flags < 0 || (flags & Libc.FD_CLOEXEC) != 0)
                continue;
            _ = OperatingSystem.IsMacOS() ? Libc.fcntl(descriptor, Libc.F_SETFD, Libc.FD_CLOEXEC) : Libc.close(descriptor);
        }
    }
}
