using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>A deployer in a process of its own, which can be killed.</summary>
internal static class DriverProcess
{
    /// <summary>Deploys until the step begins; there the process kills itself.</summary>
    public static async Task DeployAndDieAsync(Rig rig, string bundle, DeployStep step, string? strategy = null)
    {
        var (exitCode, said) = await RunAsync(rig, "deploy", bundle, step, strategy);
        exitCode.ShouldBe(128 + 9, said);
    }

    /// <summary>Runs a command that kills itself when the step begins, and waits for its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(Rig rig, string verb, string bundle, DeployStep killAt, string? strategy = null)
    {
        using var driver = Start(rig, verb, bundle, killAt.ToString(), strategy: strategy);
        var said = driver.StandardOutput.ReadToEndAsync();
        var error = await driver.StandardError.ReadToEndAsync();
        await driver.WaitForExitAsync();
        return (driver.ExitCode, $"{await said}{error}");
    }

    /// <summary>Starts a driver; the caller waits for it.</summary>
    public static Process Start(Rig rig, string verb, string bundle, string killAt, string heartbeat = "-", string? strategy = null) => Process.Start(new ProcessStartInfo(
        Dotnet.Path,
        [ProgramFiles.Beside("FinanceHub.Delivery.Driver.dll"), verb, rig.State.Root, rig.Environment.Port.ToString(CultureInfo.InvariantCulture), bundle, killAt, heartbeat, .. strategy is null ? Array.Empty<string>() : [strategy]])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
