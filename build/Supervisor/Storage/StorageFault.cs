namespace FinanceHub.Supervisor.Storage;

/// <summary>Tells a full disk from a directory that cannot be written.</summary>
internal static class StorageFault
{
    private const int NoSpaceLeft = 28;

    private static int QuotaExceeded => OperatingSystem.IsMacOS() ? 69 : 122;

    internal static bool IsDiskFull(Exception failure) =>
        failure is IOException && (failure.HResult == NoSpaceLeft || failure.HResult == QuotaExceeded || failure.HResult == unchecked((int)0x80070070));

    internal static SupervisorException From(Exception failure, string directory) => IsDiskFull(failure)
        ? new SupervisorException(SupervisorFault.DiskFull, $"The disk of '{directory}' is full: free some space and try again.", failure)
        : new SupervisorException(SupervisorFault.NotWritable, $"'{directory}' cannot be written ({failure.Message}): check its owner and permissions.", failure);
}
