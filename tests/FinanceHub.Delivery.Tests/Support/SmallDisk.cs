namespace FinanceHub.Delivery.Tests.Support;

/// <summary>A file system small enough to be filled.</summary>
internal sealed class SmallDisk : IDisposable
{
    /// <summary>Why a test is skipped.</summary>
    public const string CannotMount = "A file system of limited size cannot be mounted by this user; run as root to test a full disk.";

    private readonly TemporaryDirectory _directory = new();

    /// <summary>A directory on the disk: the mount point itself cannot be removed.</summary>
    public string Path => System.IO.Path.Combine(MountPoint, "state");

    private string MountPoint => _directory["disk"];

    private string Ballast => System.IO.Path.Combine(MountPoint, "ballast");

    /// <summary>Skips the test where this user may not mount anything.</summary>
    public static SmallDisk Mount(int mebibytes)
    {
        var disk = TryMount(mebibytes);
        Assert.SkipWhen(disk is null, CannotMount);
        return disk!;
    }

    /// <summary>Null where this user may not mount anything.</summary>
    public static SmallDisk? TryMount(int mebibytes)
    {
        var disk = new SmallDisk();
        Directory.CreateDirectory(disk.MountPoint);
        if (Mounting.Run("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "tmpfs", disk.MountPoint))
        {
            return disk;
        }

        disk._directory.Dispose();
        return null;
    }

    /// <summary>Takes all space but some mebibytes, or all of it.</summary>
    public void Fill(int leave = 0)
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (leave == 0 || new DriveInfo(MountPoint).AvailableFreeSpace > (leave << 20))
            {
                ballast.Write(page);
            }
        }
        catch (IOException) when (leave == 0)
        {
            // full is what it should be
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose()
    {
        Mounting.Run("umount", "--lazy", MountPoint).ShouldBeTrue();
        _directory.Dispose();
    }
}
