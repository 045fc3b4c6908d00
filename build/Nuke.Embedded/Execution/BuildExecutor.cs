using Nuke.Common.Logging;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Runs the plan, one target after another.</summary>
internal sealed class BuildExecutor(NukeBuild build, Interruption interruption)
{
    private BuildAttempt? attempt;

    /// <exception cref="TargetExecutionException">A target failed.</exception>
    /// <exception cref="InvalidOperationException">A requirement does not hold; nothing has run.</exception>
    public void Execute(string[]? skippedTargets)
    {
        Skipping.BySelection(build, skippedTargets);
        foreach (var target in build.ExecutionPlan)
            Skipping.ByConditions(build, target, target.StaticConditions);
        Requirements.Validate(build, build.ScheduledTargets);
        attempt = new BuildAttempt(build.Continue);

        try
        {
            foreach (var target in build.ExecutionPlan)
            {
                interruption.ThrowIfRequested();
                Execute(target, failureMode: false);
            }
        }
        catch
        {
            ExecuteAssured();
            throw;
        }
    }

    /// <summary>Runs the targets that have to run whatever happened before.</summary>
    public void ExecuteAssured()
    {
        foreach (var target in build.ExecutionPlan)
        {
            if (target is { AssuredAfterFailure: true, Status: ExecutionStatus.Scheduled })
                Execute(target, failureMode: true);
        }
    }

    private void Execute(ExecutableTarget target, bool failureMode)
    {
        if (target.Status == ExecutionStatus.Skipped
            || attempt?.Succeeded.Contains(target.Name) == true
            || Skipping.ByConditions(build, target, target.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.Notify<IOnTargetSkipped>(x => x.OnTargetSkipped(target));
        }
        else if (target.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
        }
        else
        {
            using (BuildLog.SetTarget(target.Name))
            using (build.WriteTarget(target.Name))
                Run(target, failureMode);
        }
    }

    private void Run(ExecutableTarget target, bool failureMode)
    {
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.Notify<IOnTargetRunning>(x => x.OnTargetRunning(target));
        try
        {
            foreach (var action in target.Actions)
                action();
            target.Stopwatch.Stop();
            // Cut short by a signal it is not a success, even if it cleaned up and returned.
            if (!failureMode)
                interruption.ThrowIfRequested();
            target.Status = ExecutionStatus.Succeeded;
            build.Notify<IOnTargetSucceeded>(x => x.OnTargetSucceeded(target));
            attempt?.Add(target.Name);
        }
        catch (Exception) when (!failureMode && interruption.IsRequested)
        {
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Aborted;
            throw new InterruptedException();
        }
        catch (Exception thrown)
        {
            Fail(target, thrown.Unwrap(), failureMode);
        }
    }

    private void Fail(ExecutableTarget target, Exception exception, bool failureMode)
    {
        if (target.SummaryInformation.Count == 0)
            build.ReportSummary(target, _ => _.AddPair(exception.GetType().Name, FirstLine(exception.Message)));
        Log.Error(exception, "Target {TargetName} has thrown an exception", target.Name);
        target.Stopwatch.Stop();
        target.Status = ExecutionStatus.Failed;
        build.Notify<IOnTargetFailed>(x => x.OnTargetFailed(target));
        if (!target.ProceedAfterFailure && !failureMode)
            throw new TargetExecutionException(target.Name, exception);
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r');
}
