using System.Diagnostics;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>Mounts file systems, where that is allowed.</summary>
internal static class Mounting
{
    /// <summary>Whether the command did what it should; its reason is of no interest.</summary>
    public static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
