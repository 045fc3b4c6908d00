using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Finds out whether a state directory can hold what a deploy will put there, before anything is put there.</summary>
internal static class StateProbe
{
    private const int SectorBytes = 4096;

    /// <summary>Creates the directories and writes a file.</summary>
    /// <exception cref="DeliveryFailure">Not writable, or full.</exception>
    public static void RequireWritable(StateDirectory state)
    {
        try
        {
            Directory.CreateDirectory(state.Releases);
            Directory.CreateDirectory(state.Instances);
            CreatePrivate(state.Data);
            CreatePrivate(state.Keys);
            Directory.CreateDirectory(state.Backups);
            var probe = Path.Combine(state.Root, $".probe-{Environment.ProcessId}");
            AtomicFile.Write(probe, new byte[SectorBytes]);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw StateFaults.Explain(fault, state.Root) ?? StateFaults.NotWritable(state.Root, fault);
        }
    }

    /// <summary>Compares what will be written with what is free.</summary>
    /// <exception cref="DeliveryFailure">It will not fit.</exception>
    public static void RequireSpace(StateDirectory state, long bytes)
    {
        var free = new DriveInfo(state.Root).AvailableFreeSpace;
        if (free < bytes)
        {
            throw StateFaults.Full(state.Root, figures: $"{Mebibytes(free)} MiB are free, {Mebibytes(bytes)} MiB are needed");
        }
    }

    /// <summary>Whether so little is left that programs fail for want of space, whatever they say themselves.</summary>
    public static bool IsFull(StateDirectory state) => new DriveInfo(state.Root).AvailableFreeSpace < SectorBytes * 16;

    /// <summary>Customers' data and keys are nobody else's to read.</summary>
    private static void CreatePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static long Mebibytes(long bytes) => (long)Math.Ceiling(bytes / 1048576d);
}
