using FinanceHub.Supervisor.Native;
using FinanceHub.Supervisor.Storage;

namespace FinanceHub.Supervisor.Running;

/// <summary>Replacing the program: start the new beside the old on the same socket, and only when it is ready tell the old one to finish.</summary>
internal sealed partial class Supervision
{
    private ChildRun? _candidate;
    private int _lastGeneration = 1;
    private bool _reloadAgain;

    private void Reload()
    {
        if (_stopping)
            return;
        if (_candidate is not null)
        {
            _reloadAgain = true;
            return;
        }

        var generation = ++_lastGeneration;
        try
        {
            var spec = ReadNewSpec();
            BindListener();
            _candidate = StartChild(generation, spec);
            _mailbox.PostAfter(TimeSpan.FromSeconds(spec.ReadyTimeoutSeconds), () => OnReadyDeadline(generation));
            Report(_status);
        }
        catch (SupervisorException failure)
        {
            FailReload(generation, failure.Message);
        }
    }

    private InstanceSpec ReadNewSpec()
    {
        var spec = SpecFile.Read(_directory) ?? throw new SupervisorException(SupervisorFault.InvalidSpec, $"{_directory.Spec} is missing.");
        SpecValidation.Require(spec);
        return spec.Listen == _spec.Listen
            ? spec
            : throw new SupervisorException(
                SupervisorFault.InvalidSpec,
                $"A reload cannot change listen from '{_spec.Listen}' to '{spec.Listen}': stop the instance and start it with the new address.");
    }

    private void Promote(ChildRun child)
    {
        var old = _current;
        (_current, _candidate) = (child, null);
        _spec = child.Spec;
        _budget = new RestartBudget(_spec.Restart);
        if (old is not null)
        {
            _draining.Add(old);
            Terminate(old);
        }

        _events.Write($"generation {child.Generation} serves");
        Enter(InstanceState.Running, _status with
        {
            ChildPid = child.Pid,
            Generation = child.Generation,
            ReleaseId = _spec.ReleaseId,
            LastLogLines = [],
            Reload = new ReloadStatus(child.Generation, ReloadOutcome.Ok, null),
        });
        ReloadAgain();
    }

    private void OnReadyDeadline(int generation)
    {
        if (_stopping || _candidate is not { } child || child.Generation != generation)
            return;
        _candidate = null;
        _draining.Add(child);
        child.Signal(Libc.SIGKILL);
        FailReload(generation, $"the new program was not ready within {child.Spec.ReadyTimeoutSeconds} s (last answer: {child.LastAnswer}){Quote(child)}");
    }

    // The file must say what serves: whoever starts the instance next starts from it.
    private void FailReload(int generation, string reason)
    {
        _events.Write($"reload failed: {reason}");
        try
        {
            SpecFile.Write(_directory, _spec);
        }
        catch (SupervisorException failure)
        {
            _events.Write($"instance.json still has the specification that failed: {failure.Message}");
        }

        if (_status.State == InstanceState.Failed)
            CloseListener();
        Report(_status with { Reload = new ReloadStatus(generation, ReloadOutcome.Failed, reason) });
        ReloadAgain();
    }

    private void ReloadAgain()
    {
        if (_reloadAgain)
            _mailbox.Post(Reload);
        _reloadAgain = false;
    }
}
