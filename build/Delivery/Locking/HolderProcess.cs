using FinanceHub.Supervisor.Native;

namespace FinanceHub.Delivery.Locking;

/// <summary>The process behind a lease, as far as this machine can tell.</summary>
internal static class HolderProcess
{
    /// <summary>When the kernel started this process.</summary>
    public static string? OwnStart { get; } = ProcessIdentity.Of(Environment.ProcessId)?.Start;

    /// <summary>The boot and the process namespace of this process; null where they are not known.</summary>
    public static string? OwnSpace { get; } = OperatingSystem.IsLinux()
        ? $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}/{new FileInfo("/proc/self/ns/pid").LinkTarget}"
        : null;

    /// <summary>Whether the holder's process certainly runs no more. Of a process of another machine, boot or container nothing is certain.</summary>
    public static bool IsGone(Lease lease) =>
        lease.Host == Environment.MachineName && lease.ProcessSpace == OwnSpace && lease.ProcessStart is { } start
        && ProcessIdentity.Of(lease.ProcessId)?.Start != start;
}
