namespace FinanceHub.Supervisor.Native;

internal static class PosixOnly
{
    /// <exception cref="SupervisorException">On Windows.</exception>
    internal static void Require()
    {
        if (OperatingSystem.IsWindows())
            throw new SupervisorException(SupervisorFault.NotSupported, "The process platform needs POSIX signals: run it on Linux, macOS or in WSL.");
    }
}
