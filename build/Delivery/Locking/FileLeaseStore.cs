using System.Text.Json;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Locking;

/// <summary>
/// A lease in a file. Changes are made under a lock of the operating system that is held for one write only: the kernel releases it
/// however a process dies.
/// </summary>
/// <param name="lockPath">What the kernel locks; its directory must exist when something is written.</param>
/// <param name="leasePath">The record.</param>
internal sealed class FileLeaseStore(string lockPath, string leasePath) : ILeaseStore
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;

    // Written anew in the same place when the disk is full, for which it must never need another page.
    private const int RecordBytes = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Lease? Read()
    {
        try
        {
            return Parse();
        }
        catch (JsonException)
        {
            return WithCurrent(current => current); // read while it was written in place
        }
    }

    public bool TryReplace(Lease? expected, Lease next) => WithCurrent(current =>
    {
        if (current != expected)
        {
            return false;
        }

        Write(next);
        return true;
    });

    public T WithCurrent<T>(Func<Lease?, T> body)
    {
        using var exclusive = Open();
        Lease? current;
        try
        {
            current = Parse();
        }
        catch (JsonException fault)
        {
            throw new DeliveryFailure(ExitCode.LockHeld,
                $"The lease {leasePath} is damaged, so nobody knows who holds it. Make sure that no other command runs, then remove the file: rm \"{leasePath}\"", fault);
        }

        return body(current);
    }

    private Lease? Parse()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(leasePath), LeaseJson.Default.Lease);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // nobody ever held it
        }
    }

    private void Write(Lease lease)
    {
        var record = new byte[RecordBytes];
        record.AsSpan().Fill((byte)' ');
        record[^1] = (byte)'\n';
        var json = JsonSerializer.SerializeToUtf8Bytes(lease, LeaseJson.Default.Lease);
        if (json.Length < RecordBytes)
        {
            json.CopyTo(record, 0);
        }
        else
        {
            record = json;
        }

        try
        {
            AtomicFile.RemoveParts(leasePath); // nobody else writes: this process has the lock
            AtomicFile.Write(leasePath, record);
        }
        catch (IOException fault) when (StateFaults.IsFull(fault) && File.Exists(leasePath) && new FileInfo(leasePath).Length >= record.Length)
        {
            // A full disk must not keep an environment from being stopped or rolled back.
            using var stream = new FileStream(leasePath, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
            stream.Write(record);
            stream.Flush(flushToDisk: true);
        }
    }

    private FileStream Open()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException fault) when (fault.HResult is WouldBlockOnLinux or WouldBlockOnMac)
            {
                if (TimeProvider.System.GetElapsedTime(start) >= Patience)
                {
                    throw new DeliveryFailure(ExitCode.LockHeld,
                        $"Another process has kept {lockPath} locked for {Patience.TotalSeconds:0} s: it was stopped in the middle of a write, or is of an older version of this build. See which one: fuser \"{lockPath}\"", fault);
                }

                Thread.Sleep(Random.Shared.Next(1, 10));
            }
        }
    }
}
