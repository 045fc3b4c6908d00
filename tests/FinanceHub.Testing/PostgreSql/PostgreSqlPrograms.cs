using System.Globalization;

namespace FinanceHub.Testing.PostgreSql;

/// <summary>Where the programs of a PostgreSQL server are.</summary>
public static class PostgreSqlPrograms
{
    /// <summary>Where Debian has the programs of each version; they are not in PATH there.</summary>
    private const string Versions = "/usr/lib/postgresql";

    // All of them: a search path may hold links to some.
    private static readonly string[] Names = ["initdb", "postgres", "pg_dump", "pg_restore"];

    /// <summary>The directory that holds <c>initdb</c>, <c>postgres</c> and what belongs to them; installed if the machine has none.</summary>
    /// <exception cref="InvalidOperationException">There is none and it cannot be installed; the message says what to do.</exception>
    public static string Directory => Find() ?? Install();

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Concat(Newest())
        .FirstOrDefault(directory => Names.All(name => File.Exists(Path.Combine(directory, name))));

    private static IEnumerable<string> Newest() => System.IO.Directory.Exists(Versions)
        ? System.IO.Directory.EnumerateDirectories(Versions)
            .OrderByDescending(directory => double.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(directory => Path.Combine(directory, "bin"))
        : [];

    private static string Install()
    {
        DebianPackage.Install(
            "postgresql",
            "The tests need the programs of a PostgreSQL server (initdb, postgres) and found none: install them (Debian: sudo apt-get install postgresql; macOS: brew install postgresql) or put their directory into PATH.");
        return Find() ?? throw new InvalidOperationException($"Expected {string.Join(", ", Names)} beside each other in PATH or in {Versions}/*/bin after installing them, but did not find them.");
    }
}
