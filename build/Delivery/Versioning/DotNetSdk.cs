using System.Diagnostics;

namespace FinanceHub.Delivery.Versioning;

/// <summary>The .NET SDK that compiles a repository.</summary>
public static class DotNetSdk
{
    /// <summary>The version that <c>global.json</c> makes of those that are installed.</summary>
    /// <param name="dotnet">Path of <c>dotnet</c>.</param>
    /// <param name="root">The repository's root.</param>
    /// <exception cref="DeliveryFailure">None is suitable (<see cref="ExitCode.NoSdk"/>).</exception>
    public static string Version(string dotnet, string root)
    {
        using var process = Process.Start(new ProcessStartInfo(dotnet, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root })!;
        var error = process.StandardError.ReadToEndAsync();
        var version = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 && version.Length > 0
            ? version
            : throw new DeliveryFailure(ExitCode.NoSdk, $"'dotnet --version' says: {error.Result.Trim().Split('\n')[0]} (exit {process.ExitCode}). Expected the SDK that global.json names; install it, or let the build do it: ./build.sh Bundle");
    }
}
