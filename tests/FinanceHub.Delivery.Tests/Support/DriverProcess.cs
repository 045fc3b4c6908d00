using System.Diagnostics;
using System.Text.Json;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Driver;
using FinanceHub.Testing;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>A deployer in a process of its own, which can be killed.</summary>
internal static class DriverProcess
{
    /// <summary>Deploys until the step begins; there the process kills itself.</summary>
    public static async Task DeployAndDieAsync(Rig rig, string bundle, DeployStep step, string? strategy = null)
    {
        var (exitCode, said) = await RunAsync(Deploy(rig, bundle) with { Step = step.ToString(), Strategy = strategy });
        exitCode.ShouldBe(128 + 9, said);
    }

    /// <summary>A deploy to which nothing happens.</summary>
    public static DriverOptions Deploy(Rig rig, string bundle) => new() { Verb = "deploy", State = rig.State.Root, Port = rig.Environment.Port, Bundle = bundle };

    /// <summary>A rollback to which nothing happens.</summary>
    public static DriverOptions Rollback(Rig rig) => new() { Verb = "rollback", State = rig.State.Root, Port = rig.Environment.Port };

    /// <summary>Runs a command and waits for its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(DriverOptions options)
    {
        using var driver = Start(options);
        var said = driver.StandardOutput.ReadToEndAsync();
        var error = await driver.StandardError.ReadToEndAsync();
        await driver.WaitForExitAsync();
        return (driver.ExitCode, $"{await said}{error}");
    }

    /// <summary>Starts a driver; the caller waits for it.</summary>
    public static Process Start(DriverOptions options) =>
        Process.Start(new ProcessStartInfo(Dotnet.Path, [ProgramFiles.Beside("FinanceHub.Delivery.Driver.dll"), JsonSerializer.Serialize(options)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
