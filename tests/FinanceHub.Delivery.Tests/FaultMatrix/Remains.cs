using System.Globalization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Tests.Support;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>Looks for what a command should have put away.</summary>
internal static class Remains
{
    /// <summary>No half-copied release, no half-written file.</summary>
    public static void ShouldBeNone(StateDirectory state)
    {
        foreach (var directory in new[] { state.Root, state.Releases, state.Instances, state.Data, state.Backups, state.Diagnostics })
        {
            Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName).Where(IsHalf).ShouldBeEmpty(directory);
        }
    }

    /// <summary>Of the programs that were started from this state directory only those run that the instances know.</summary>
    public static async Task ShouldBeNoProcessesBesideAsync(Rig rig)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // there is no /proc to look at
        }

        try
        {
            await Eventually.TrueAsync(() => Strangers(rig).Length == 0, "the end of everything that does not serve");
        }
        catch (TimeoutException)
        {
            Strangers(rig).ShouldBeEmpty();
        }
    }

    private static bool IsHalf(string? name) => name is null || name.StartsWith('.') || name.EndsWith(".part", StringComparison.Ordinal);

    private static string[] Strangers(Rig rig)
    {
        var known = rig.Instances.Select(instance => instance.Supervised.ReadStatus()).SelectMany(status => new[] { status?.SupervisorPid, status?.ChildPid }).OfType<int>().ToHashSet();
        return
        [
            .. from directory in Directory.EnumerateDirectories("/proc")
               let id = int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
               where id > 0 && !known.Contains(id)
               let command = CommandOf(directory)
               where command.Contains(rig.State.Root + "/", StringComparison.Ordinal)
               select command,
        ];
    }

    private static string CommandOf(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ""; // it ended, or is nobody's that a test could have started
        }
    }
}
