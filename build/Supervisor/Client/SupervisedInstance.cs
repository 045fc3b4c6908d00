using System.Diagnostics;
using System.Text.Json;
using FinanceHub.Supervisor.Logs;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Storage;

namespace FinanceHub.Supervisor;

/// <summary>Handle on one supervised service instance, from outside: starts, watches, reloads and stops it through its directory and signals.</summary>
/// <param name="directory">Instance directory; created by <see cref="StartAsync"/>.</param>
public sealed class SupervisedInstance(string directory)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan ReloadSlack = TimeSpan.FromSeconds(15);
    private readonly InstanceDirectory _files = new(directory);

    /// <summary>Absolute path of the instance directory.</summary>
    public string Directory => _files.Root;

    /// <summary>Whether a supervisor holds the instance's lock; immune against reuse of process ids.</summary>
    public bool IsAlive => _files.IsLocked;

    /// <summary>Whether programs live on whose supervisor was killed. <see cref="StartAsync"/> and <see cref="StopAsync"/> end them.</summary>
    public bool HasOrphans => !IsAlive && OrphanedChildren.Find(_files).Count > 0;

    /// <summary>What the supervisor last reported, <see langword="null"/> when it never did or the file cannot be read.</summary>
    public InstanceStatus? ReadStatus()
    {
        try
        {
            return JsonFile.Read(_files.Status, SupervisorJson.Default.InstanceStatus);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The specification that the instance was last started or reloaded with, <see langword="null"/> when there is none.</summary>
    /// <exception cref="SupervisorException"><c>instance.json</c> is not valid.</exception>
    public InstanceSpec? ReadSpec() => SpecFile.Read(_files);

    /// <summary>Starts a supervisor that outlives the caller, ends what a killed earlier one left, and returns once the program was started (not: ready).</summary>
    /// <param name="spec">What to run.</param>
    /// <param name="dotnetPath">Absolute path of the <c>dotnet</c> executable.</param>
    /// <param name="supervisorDll">Absolute path of <c>FinanceHub.Supervisor.dll</c>.</param>
    /// <param name="ct">Ends the waiting, not the supervisor.</param>
    /// <param name="secrets">Values for <see cref="InstanceSpec.Secrets"/>, by name; kept in the memory of the supervisor alone.</param>
    /// <returns>The first status.</returns>
    /// <exception cref="SupervisorException">Wrong specification, already running, port taken, directory not writable, disk full, program not executable.</exception>
    public async Task<InstanceStatus> StartAsync(InstanceSpec spec, string dotnetPath, string supervisorDll, CancellationToken ct, IReadOnlyDictionary<string, string>? secrets = null)
    {
        PosixOnly.Require();
        SpecValidation.Require(spec);
        if (IsAlive)
            throw new SupervisorException(SupervisorFault.AlreadyRunning, $"Instance '{Directory}' is already supervised; stop it first.");
        SpecFile.Write(_files, spec);
        await SupervisorLauncher.LaunchAsync(dotnetPath, supervisorDll, _files, secrets ?? new Dictionary<string, string>(), ct).ConfigureAwait(false);
        return ReadStatus() ?? throw new SupervisorException(
            SupervisorFault.StartFailed, $"The supervisor of '{Directory}' started but left no status.json; see {_files.SupervisorLog}.");
    }

    /// <summary>Replaces the program by that of <paramref name="spec"/>: the new one is started and must become ready before the old one is told to finish.</summary>
    /// <returns>The outcome; when it is <see cref="ReloadOutcome.Failed"/>, the old program serves as before.</returns>
    /// <exception cref="SupervisorException">Wrong specification, not running, or no answer within the ready timeout and 15 s.</exception>
    public async Task<ReloadStatus> ReloadAsync(InstanceSpec spec, CancellationToken ct)
    {
        PosixOnly.Require();
        SpecValidation.Require(spec);
        var before = ReadStatus()?.Reload?.Generation;
        var supervisor = RequireSupervisor();
        SpecFile.Write(_files, spec);
        supervisor.Signal(Libc.SIGHUP);
        var (start, limit) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(spec.ReadyTimeoutSeconds) + ReloadSlack);
        while (Stopwatch.GetElapsedTime(start) < limit)
        {
            if (ReadStatus()?.Reload is { } reload && reload.Generation != before)
                return reload;
            if (!IsAlive)
                throw new SupervisorException(SupervisorFault.NotRunning, $"The supervisor of '{Directory}' ended during the reload; see {_files.SupervisorLog}.");
            await Task.Delay(PollInterval, ct).ConfigureAwait(false);
        }

        throw new SupervisorException(SupervisorFault.TimedOut, $"The supervisor of '{Directory}' did not report the outcome of the reload; see {_files.SupervisorLog}.");
    }

    /// <summary>SIGTERM to the supervisor, which passes it on and waits; at the deadline both are killed.</summary>
    /// <param name="timeout">Should exceed <see cref="InstanceSpec.StopTimeoutSeconds"/>, after which the supervisor itself kills the program.</param>
    /// <param name="ct">Ends the waiting; the stop goes on.</param>
    public async Task<StopOutcome> StopAsync(TimeSpan timeout, CancellationToken ct)
    {
        PosixOnly.Require();
        if (!IsAlive)
            return await EndOrphansAsync(StopOutcome.NotRunning).ConfigureAwait(false);
        var supervisor = ProcessRecord.Read(_files.Processes).Supervisor;
        supervisor?.Signal(Libc.SIGTERM);
        if (await GoneAsync(supervisor, timeout, ct).ConfigureAwait(false))
            return await EndOrphansAsync(StopOutcome.Stopped).ConfigureAwait(false);
        if (supervisor?.Signal(Libc.SIGKILL) != true)
            throw new SupervisorException(SupervisorFault.TimedOut, $"The lock of '{Directory}' is held by a process that did not say who it is.");
        await GoneAsync(supervisor, Timeout.InfiniteTimeSpan, ct).ConfigureAwait(false);
        await OrphanedChildren.EndAsync(_files, TimeSpan.Zero, ct).ConfigureAwait(false);
        return StopOutcome.Killed;

        async Task<StopOutcome> EndOrphansAsync(StopOutcome none) =>
            await OrphanedChildren.EndAsync(_files, timeout, ct).ConfigureAwait(false) > 0 ? StopOutcome.OrphanEnded : none;
    }

    /// <summary>Last lines of the program's log, oldest first; reaches back into rotated files.</summary>
    public IReadOnlyList<string> ReadLogTail(int lines) => LogTail.Read(_files.ServiceLog, lines);

    private async Task<bool> GoneAsync(ProcessIdentity? supervisor, TimeSpan timeout, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        while (IsAlive || supervisor is { IsAlive: true })
        {
            if (timeout != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(start) >= timeout)
                return false;
            await Task.Delay(PollInterval, ct).ConfigureAwait(false);
        }

        return true;
    }

    private ProcessIdentity RequireSupervisor()
    {
        if (IsAlive && ProcessRecord.Read(_files.Processes).Supervisor is { IsAlive: true } supervisor)
            return supervisor;
        throw new SupervisorException(SupervisorFault.NotRunning, $"No supervisor runs for instance '{Directory}'; start it first.");
    }
}
