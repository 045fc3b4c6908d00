using System.Diagnostics;

namespace FinanceHub.Testing.PostgreSql;

/// <summary>Puts a PostgreSQL server on a machine that has none, where that takes no decision of anybody's.</summary>
public static class PostgreSqlInstallation
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    /// <summary>The commands that install it, in order; none if this machine is not ours to change.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Plan(bool root, bool apt) => root && apt
        ?
        [
            ["apt-get", "update"],
            // Several test processes may come here at once: the later ones wait and then find it installed.
            ["apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=240", "postgresql"],
        ]
        : [];

    internal static void Run()
    {
        var plan = Plan(Environment.IsPrivilegedProcess, File.Exists("/usr/bin/apt-get"));
        if (plan.Count == 0)
        {
            throw new InvalidOperationException(
                "The tests need the programs of a PostgreSQL server (initdb, postgres) and found none: install them (Debian: sudo apt-get install postgresql; macOS: brew install postgresql) or put their directory into PATH.");
        }

        foreach (var command in plan)
            Run(command);
    }

    private static void Run(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Deadline))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{string.Join(' ', command)} did not end within {Deadline}.");
        }

        // A package list that cannot be refreshed may still do: what decides is the installation.
        if (process.ExitCode != 0 && command.Contains("install"))
            throw new InvalidOperationException($"{string.Join(' ', command)} failed with exit code {process.ExitCode}: {error.Result.Trim()} {output.Result.Trim()}");
    }
}
