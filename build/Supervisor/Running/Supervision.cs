using FinanceHub.Supervisor.Logs;
using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Storage;
using Microsoft.Win32.SafeHandles;

namespace FinanceHub.Supervisor.Running;

/// <summary>Life of one instance: start, crash and restart, stop. Everything here happens on the mailbox's thread.</summary>
internal sealed partial class Supervision : IDisposable
{
    private readonly Mailbox _mailbox = new();
    private readonly InstanceDirectory _directory;
    private readonly EventLog _events;
    private readonly StatusReport _report;
    private readonly RotatingLog _serviceLog;
    private readonly SafeFileHandle _nothing;
    private readonly List<ChildRun> _draining = [];
    private InstanceSpec _spec;
    private RestartBudget _budget;
    private ListeningSocket? _listener;
    private ChildRun? _current;
    private InstanceStatus _status;
    private bool _stopping;

    internal Supervision(InstanceSpec spec, InstanceDirectory directory, EventLog events, StatusReport report, SafeFileHandle nothing)
    {
        (_spec, _directory, _events, _report, _nothing) = (spec, directory, events, report, nothing);
        _budget = new RestartBudget(spec.Restart);
        _serviceLog = new RotatingLog(directory.ServiceLog, spec.Log);
        _status = new InstanceStatus
        {
            State = InstanceState.Starting,
            SupervisorPid = Environment.ProcessId,
            Generation = 1,
            ReleaseId = spec.ReleaseId,
            Since = DateTimeOffset.UtcNow,
        };
    }

    private IEnumerable<ChildRun> Children => new[] { _current, _candidate }.OfType<ChildRun>().Concat(_draining);

    /// <summary>Binds the public socket and starts the program for the first time.</summary>
    /// <exception cref="SupervisorException">The port is taken or the program cannot be executed.</exception>
    internal void Begin()
    {
        BindListener();
        _current = StartChild(1, _spec);
        Report(_status with { ChildPid = _current.Pid });
    }

    /// <summary>Works until the instance has been stopped.</summary>
    internal void Run() => _mailbox.Run();

    /// <summary>SIGTERM arrived. Any thread.</summary>
    internal void RequestStop() => _mailbox.Post(Stop);

    /// <summary>SIGHUP arrived. Any thread.</summary>
    internal void RequestReload() => _mailbox.Post(Reload);

    public void Dispose()
    {
        CloseListener();
        _serviceLog.Dispose();
    }

    private void BindListener()
    {
        if (_spec.Listen is { } address)
            _listener ??= ListeningSocket.Bind(address);
    }

    private ChildRun StartChild(int generation, InstanceSpec spec)
    {
        var child = ChildRun.Start(generation, spec, _serviceLog, _nothing, _listener);
        _events.Write($"started process {child.Pid}, generation {generation}, release {spec.ReleaseId}");
        child.Watch(
            ready => _mailbox.Post(() => OnReady(ready)),
            (ended, exit) => _mailbox.Post(() => OnExited(ended, exit)));
        return child;
    }

    private void OnReady(ChildRun child)
    {
        if (child == _candidate)
            Promote(child);
        else if (child == _current && _status.State == InstanceState.Starting)
            Enter(InstanceState.Running, _status with { LastLogLines = [] });
    }

    private void OnExited(ChildRun child, ChildExit exit)
    {
        _events.Write($"process {child.Pid} ended with {exit}");
        _draining.Remove(child);
        if (child == _candidate)
        {
            _candidate = null;
            if (!_stopping)
                FailReload(child.Generation, $"the new program ended with {exit} before it was ready{Quote(child)}");
        }

        if (child == _current)
        {
            _current = null;
            if (!_stopping)
                OnCrashed(child, exit);
        }

        if (_stopping && !Children.Any())
            Finish();
        else
            Report(_status);
    }

    private void OnCrashed(ChildRun child, ChildExit exit)
    {
        var crashed = _status with { ChildPid = null, LastExit = exit, LastLogLines = child.LastLines };
        if (_budget.Crashed(exit.At) is not { } delay)
        {
            GiveUp(crashed);
            return;
        }

        _events.Write($"restarting in {delay.TotalMilliseconds:0} ms");
        Enter(InstanceState.Backoff, crashed);
        _mailbox.PostAfter(delay, Restart);
    }

    private void Restart()
    {
        if (_status.State != InstanceState.Backoff)
            return;
        try
        {
            _current = StartChild(_status.Generation, _spec);
        }
        catch (SupervisorException failure)
        {
            _events.Write(failure.Message);
            GiveUp(_status with { LastLogLines = [failure.Message] });
            return;
        }

        Enter(InstanceState.Starting, _status with { ChildPid = _current.Pid, Restarts = _status.Restarts + 1 });
    }

    // Refused connections tell the truth about a program that no longer starts; queued ones would wait for nobody.
    private void GiveUp(InstanceStatus status)
    {
        _events.Write($"giving up after {status.Restarts} restarts");
        CloseListener();
        Enter(InstanceState.Failed, status);
    }

    private void Stop()
    {
        if (_stopping)
            return;
        _stopping = true;
        _events.Write("stopping");
        CloseListener();
        Enter(InstanceState.Stopping, _status);
        foreach (var child in Children.ToList())
            Terminate(child);
        if (!Children.Any())
            Finish();
    }

    private void Terminate(ChildRun child)
    {
        child.Signal(Libc.SIGTERM);
        _mailbox.PostAfter(TimeSpan.FromSeconds(child.Spec.StopTimeoutSeconds), () =>
        {
            if (!Children.Contains(child))
                return;
            _events.Write($"process {child.Pid} did not end within {child.Spec.StopTimeoutSeconds} s of SIGTERM: killing it");
            child.Signal(Libc.SIGKILL);
        });
    }

    private void Finish()
    {
        _events.Write("stopped");
        Enter(InstanceState.Stopped, _status with { ChildPid = null });
        _mailbox.Close();
    }

    private void CloseListener()
    {
        _listener?.Dispose();
        _listener = null;
    }

    private void Enter(InstanceState state, InstanceStatus status) => Report(status with { State = state, Since = DateTimeOffset.UtcNow });

    private void Report(InstanceStatus status)
    {
        _status = status with { DrainingPids = [.. _draining.Select(child => child.Pid)] };
        _report.WriteProcesses(Children);
        _report.Write(_status);
    }

    private static string Quote(ChildRun child) => child.LastLines.Count == 0 ? string.Empty : $"; it last wrote: {child.LastLines[^1]}";
}
