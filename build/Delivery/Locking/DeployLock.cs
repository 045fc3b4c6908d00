using System.Text.Json;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Locking;

/// <summary>
/// One command at a time changes an environment. The kernel holds the lock for the process, so a command that dies,
/// however it dies, has released it; the holder's details lie beside it and mean nothing without the lock.
/// </summary>
public sealed class DeployLock : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(25);

    // Someone who only looks whether the lock is held blocks it for a moment; that is no reason to refuse.
    private static readonly TimeSpan ObserverGrace = TimeSpan.FromMilliseconds(150);
    private readonly FileStream _file;

    private DeployLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, waiting for its holder up to <paramref name="wait"/>.</summary>
    /// <param name="path">The lock file; its directory must exist.</param>
    /// <param name="holder">What others are told while it is held.</param>
    /// <param name="wait">Zero refuses at once.</param>
    /// <param name="clock">Measures the waiting.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DeliveryFailure">It is held (<see cref="ExitCode.LockHeld"/>), by whom and since when.</exception>
    public static async Task<DeployLock> AcquireAsync(string path, LockHolder holder, TimeSpan wait, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            if (TryOpen(path) is { } file)
            {
                WriteHolder(path, holder);
                return new DeployLock(file);
            }

            if (clock.GetElapsedTime(start) >= wait + ObserverGrace)
            {
                var waited = wait > TimeSpan.Zero ? $" after waiting {wait.TotalSeconds:0} s" : "";
                throw new DeliveryFailure(ExitCode.LockHeld,
                    $"The environment is locked{waited} by {(object?)ReadHolder(path) ?? "another command"}. Wait for it to end, or let this command wait: --wait SECONDS");
            }

            await Task.Delay(RetryInterval, clock, cancellation);
        }
    }

    /// <summary>Who holds the lock; null if nobody does.</summary>
    public static LockHolder? Holder(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        // A shared lock conflicts only with the holder's exclusive one; two observers do not see each other.
        if (TryOpen(path, FileAccess.Read, FileShare.Read) is { } free)
        {
            free.Dispose();
            return null;
        }

        return ReadHolder(path);
    }

    /// <summary>Releases the lock. The file stays: removing it would let two commands hold two files of one name.</summary>
    public void Dispose() => _file.Dispose();

    private static string HolderFile(string path) => path + ".holder";

    private static FileStream? TryOpen(string path, FileAccess access = FileAccess.ReadWrite, FileShare share = FileShare.None)
    {
        try
        {
            return new FileStream(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, share);
        }
        catch (IOException fault) when (fault.HResult is WouldBlockOnLinux or WouldBlockOnMac)
        {
            return null;
        }
    }

    private static void WriteHolder(string path, LockHolder holder)
    {
        try
        {
            AtomicFile.Write(HolderFile(path), JsonSerializer.SerializeToUtf8Bytes(holder, LockJson.Default.LockHolder));
        }
        catch (IOException)
        {
            // A full disk must not keep an environment from being stopped: the lock holds without details, only its holder's name is not told.
            File.Delete(HolderFile(path));
        }
    }

    private static LockHolder? ReadHolder(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(HolderFile(path)), LockJson.Default.LockHolder);
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            return null; // taken this very moment: its details are not written yet
        }
    }
}
