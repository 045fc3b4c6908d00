using System.Globalization;

namespace FinanceHub.Data.PostgreSql.Backups;

/// <summary>Where <c>pg_dump</c> is.</summary>
internal static class PgDumpProgram
{
    public const string HowToInstall =
        "A backup needs pg_dump, which is not in PATH and not in /usr/lib/postgresql: install PostgreSQL's client programs, "
        + "of the server's version or a newer one (Debian: apt-get install postgresql-client), then run it again.";

    /// <summary>Where Debian has the programs of each version.</summary>
    private const string Versions = "/usr/lib/postgresql";

    public static string? Find() => Find(Environment.GetEnvironmentVariable("PATH") ?? "", Versions);

    /// <summary>In the search path, else the newest of those that stand beside each other; null if there is none.</summary>
    internal static string? Find(string searchPath, string versions)
    {
        var newest = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).OrderByDescending(VersionOf).Select(directory => Path.Combine(directory, "bin"))
            : [];
        return searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(newest)
            .Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? "pg_dump.exe" : "pg_dump"))
            .FirstOrDefault(File.Exists);
    }

    private static int VersionOf(string directory) =>
        int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
