using System.Diagnostics;

namespace Nuke.Embedded.Tests.Support;

internal static class ProcessState
{
    public static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !IsZombie(id);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Ended, but its parent of last resort has not taken note yet: in a container that may take its time.
    private static bool IsZombie(int id)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].StartsWith(" Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }
}
