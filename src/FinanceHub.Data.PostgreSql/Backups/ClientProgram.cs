using System.Diagnostics;
using System.Globalization;

namespace FinanceHub.Data.PostgreSql.Backups;

/// <summary>PostgreSQL's own client programs: where they are, and how they are run.</summary>
internal static class ClientProgram
{
    /// <summary>Where Debian has the programs of each version.</summary>
    private const string Versions = "/usr/lib/postgresql";

    /// <exception cref="IOException">It is not installed.</exception>
    public static string Require(string name) => Find(name, Environment.GetEnvironmentVariable("PATH") ?? "", Versions) ?? throw new IOException(
        $"This needs {name}, which is not in PATH and not in {Versions}: install PostgreSQL's client programs, "
        + "of the server's version or a newer one (Debian: apt-get install postgresql-client), then run it again.");

    /// <summary>In the search path, else the newest of those that stand beside each other; null if there is none.</summary>
    internal static string? Find(string name, string searchPath, string versions)
    {
        var newest = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).OrderByDescending(VersionOf).Select(directory => Path.Combine(directory, "bin"))
            : [];
        return searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(newest)
            .Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
    }

    /// <exception cref="IOException">It failed; its own words are in the message.</exception>
    public static async Task RunAsync(ProcessStartInfo command, string consequence, CancellationToken cancellation)
    {
        using var process = Process.Start(command)!;
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        if (process.ExitCode != 0)
            throw new IOException($"{command.FileName} failed with exit code {process.ExitCode}, and {consequence}: {(await error).Trim()}");
    }

    private static int VersionOf(string directory) =>
        int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
