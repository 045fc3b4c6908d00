using System.Collections;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Storage;
using Microsoft.Win32.SafeHandles;

namespace FinanceHub.Supervisor;

/// <summary>
/// Starts a supervisor process that has nothing of its starter: a session of its own, so that the terminal's Ctrl+C and hang-up do not
/// reach it, and files for standard streams, so that whoever reads the starter's pipes sees their end. (Pipes could not be let go of
/// later: the runtime keeps copies of the standard descriptors that it began with.)
/// </summary>
internal static class SupervisorLauncher
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan FirstStatusTimeout = TimeSpan.FromSeconds(30);

    /// <exception cref="SupervisorException">The supervisor ended instead; the message is what it wrote.</exception>
    internal static async Task LaunchAsync(string dotnetPath, string supervisorDll, InstanceDirectory directory, IReadOnlyDictionary<string, string> secrets, CancellationToken ct)
    {
        var supervisor = Start([dotnetPath, supervisorDll, "run", directory.Root], directory, secrets);
        var start = TimeProvider.System.GetTimestamp();
        while (!File.Exists(directory.Status))
        {
            if (supervisor.TryReap() is { } exit)
                throw Explain(exit, directory);
            if (TimeProvider.System.GetElapsedTime(start) > FirstStatusTimeout)
            {
                supervisor.Signal(Libc.SIGKILL);
                throw new SupervisorException(SupervisorFault.StartFailed, $"The supervisor of '{directory.Root}' did not report within {FirstStatusTimeout.TotalSeconds:0} s: expected a file status.json there.");
            }

            await Task.Delay(PollInterval, ct).ConfigureAwait(false);
        }
    }

    private static ChildProcess Start(IReadOnlyList<string> command, InstanceDirectory directory, IReadOnlyDictionary<string, string> secrets)
    {
        using var input = File.OpenHandle("/dev/null");
        using var output = PrepareFiles(directory);
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value!, StringComparer.Ordinal);
        foreach (var (name, value) in secrets)
            environment[name] = value;
        return ChildProcess.Start(new SpawnRequest(command, environment, directory.Root, (int)input.DangerousGetHandle(), (int)output.DangerousGetHandle())
        {
            NewSession = true,
        });
    }

    // The status of an earlier run would be taken for that of the one to be started.
    private static SafeFileHandle PrepareFiles(InstanceDirectory directory)
    {
        try
        {
            File.Delete(directory.Status);
            return File.OpenHandle(directory.SupervisorErrors, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw StorageFault.From(failure, directory.Root);
        }
    }

    private static SupervisorException Explain(ChildExit exit, InstanceDirectory directory)
    {
        var message = File.ReadAllText(directory.SupervisorErrors).Trim();
        var fault = Enum.IsDefined((SupervisorFault)(exit.Code ?? 0)) ? (SupervisorFault)exit.Code! : SupervisorFault.StartFailed;
        return new SupervisorException(fault, message.Length > 0 ? message : $"The supervisor of '{directory.Root}' ended with {exit} and said nothing.");
    }
}
