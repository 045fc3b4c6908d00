using System.Text.Json;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Running;
using FinanceHub.Supervisor.Storage;

namespace FinanceHub.Supervisor;

/// <summary>The verbs: <c>run</c> supervises in this process; the others act on an instance from outside, for people without the build at hand.</summary>
internal static class CommandLine
{
    private const string Usage =
        "Usage: dotnet FinanceHub.Supervisor.dll run|start|reload|stop|status <instance-dir>, where <instance-dir> contains instance.json.";

    private static readonly TimeSpan StopSlack = TimeSpan.FromSeconds(5);

    /// <exception cref="SupervisorException">Wrong usage or an expected failure.</exception>
    internal static async Task ExecuteAsync(string verb, string directory)
    {
        PosixOnly.Require();
        var instance = new SupervisedInstance(directory);
        switch (verb)
        {
            case "start":
                await instance.StartAsync(RequireSpec(instance), Environment.ProcessPath!, typeof(CommandLine).Assembly.Location, CancellationToken.None).ConfigureAwait(false);
                break;
            case "reload":
                var reload = await instance.ReloadAsync(RequireSpec(instance), CancellationToken.None).ConfigureAwait(false);
                if (reload.Outcome == ReloadOutcome.Failed)
                    throw new SupervisorException(SupervisorFault.StartFailed, $"The reload failed, the old program serves as before: {reload.Reason}.");
                break;
            case "stop":
                var timeout = TimeSpan.FromSeconds(RequireSpec(instance).StopTimeoutSeconds) + StopSlack;
                await instance.StopAsync(timeout, CancellationToken.None).ConfigureAwait(false);
                break;
            case "status":
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(RequireStatus(instance), SupervisorJson.Default.InstanceStatus)).ConfigureAwait(false);
                break;
            default:
                throw WrongUsage();
        }
    }

    internal static SupervisorException WrongUsage() => new(SupervisorFault.InvalidSpec, Usage);

    /// <summary>Supervises on the calling thread until stopped.</summary>
    internal static void Run(string directory)
    {
        PosixOnly.Require();
        SupervisorProcess.Run(new InstanceDirectory(directory));
    }

    private static InstanceSpec RequireSpec(SupervisedInstance instance) =>
        instance.ReadSpec() ?? throw new SupervisorException(SupervisorFault.InvalidSpec, $"'{instance.Directory}' has no instance.json. {Usage}");

    private static InstanceStatus RequireStatus(SupervisedInstance instance) => instance.ReadStatus()
        ?? throw new SupervisorException(SupervisorFault.NotRunning, $"'{instance.Directory}' has no status.json: nothing was started there.");
}
