using System.Diagnostics;

namespace FinanceHub.Testing;

/// <summary>Puts a program that tests need on a machine that has none, where that takes no decision of anybody's.</summary>
public static class DebianPackage
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    /// <summary>The commands that install it, in order; none if this machine is not ours to change.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Plan(string package, bool root, bool apt) => root && apt
        ?
        [
            ["apt-get", "update"],
            // Several test processes may come here at once: the later ones wait and then find it installed.
            ["apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=240", package],
        ]
        : [];

    /// <summary>Installs a package.</summary>
    /// <param name="package">Its name in Debian.</param>
    /// <param name="otherwise">What a person does where this cannot do it.</param>
    /// <exception cref="InvalidOperationException">It could not be installed, or not without asking.</exception>
    public static void Install(string package, string otherwise)
    {
        var plan = Plan(package, Environment.IsPrivilegedProcess, File.Exists("/usr/bin/apt-get"));
        if (plan.Count == 0)
            throw new InvalidOperationException(otherwise);
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
