using FinanceHub.Delivery.Environments;

namespace FinanceHub.Delivery.Files;

/// <summary>Where what a command has put away or found out is kept, the newest few only.</summary>
internal static class DiagnosticsDirectory
{
    /// <summary>The page that a diagnosis begins with.</summary>
    public const string Page = "README.md";

    private const int Kept = 5;

    /// <summary>The directory of a command; made if it is not there, for which the oldest of others may go.</summary>
    /// <param name="state">The environment's state directory.</param>
    /// <param name="operation">Names it.</param>
    /// <param name="anew">Whether what is in it goes.</param>
    public static string Open(StateDirectory state, string operation, bool anew = false)
    {
        var target = Path.Combine(state.Diagnostics, operation);
        if (anew && Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.CreateDirectory(target);
        // The command's own stays, even if the clock was set back and its name looks like the oldest.
        var newestFirst = Directory.EnumerateDirectories(state.Diagnostics).OrderByDescending(directory => directory == target).ThenByDescending(directory => directory, StringComparer.Ordinal);
        foreach (var old in newestFirst.Skip(Kept).ToList())
        {
            Directory.Delete(old, recursive: true);
        }

        return target;
    }

    /// <summary>The directories that hold a diagnosis, and not only the logs of what was stopped in order.</summary>
    public static IReadOnlyList<string> Diagnoses(StateDirectory state) => Directory.Exists(state.Diagnostics)
        ? [.. Directory.EnumerateDirectories(state.Diagnostics).Where(directory => File.Exists(Path.Combine(directory, Page)))]
        : [];
}
