using FinanceHub.Supervisor.Logs;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Storage;

namespace FinanceHub.Supervisor.Running;

/// <summary>Writes what others may know of the instance. A full disk makes the report stale, never the supervisor stop.</summary>
internal sealed class StatusReport(InstanceDirectory directory, ProcessRecord processes, EventLog events)
{
    private readonly ProcessIdentity _self = ProcessIdentity.Of(System.Environment.ProcessId)
        ?? throw new InvalidOperationException("The kernel does not know this process.");

    private bool _failing;

    internal void Write(InstanceStatus status)
    {
        try
        {
            JsonFile.Replace(directory.Status, status, SupervisorJson.Default.InstanceStatus, durable: false);
            _failing = false;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            if (!_failing)
                events.Write($"status.json cannot be written and is out of date: {full.Message}");
            _failing = true;
        }
    }

    internal void WriteProcesses(IEnumerable<ChildRun> children) =>
        processes.Write(_self, children.Select(child => child.Identity).OfType<ProcessIdentity>());
}
