using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Leaves targets out, and with them the dependencies that nothing else needs.</summary>
internal static class Skipping
{
    /// <summary>Targets that the user left out; an empty list means all but the invoked ones.</summary>
    public static void BySelection(INukeBuild build, string[]? names)
    {
        if (names is null)
            return;
        foreach (var target in build.ExecutionPlan)
        {
            if (names.Length == 0 || names.Any(x => string.Equals(x.Replace("-", string.Empty, StringComparison.Ordinal), target.Name, StringComparison.OrdinalIgnoreCase)))
                Mark(build, target, "via parameter");
        }
    }

    /// <summary>Whether a condition does not hold; the target and what only it needs are marked then.</summary>
    /// <exception cref="TargetExecutionException">A condition failed.</exception>
    public static bool ByConditions(INukeBuild build, ExecutableTarget target, List<(string Text, Func<bool> Delegate)> conditions)
    {
        try
        {
            var violated = conditions.Where(x => !x.Delegate()).Select(x => Readable(x.Text)).ToList();
            if (violated.Count > 0)
            {
                target.OnlyWhen = string.Join(" && ", violated);
                Mark(build, target, reason: null);
            }
        }
        catch (Exception exception)
        {
            exception = exception.Unwrap();
            Log.Error(exception, "Invocation of condition for {TargetName} has thrown an exception", target.Name);
            throw new TargetExecutionException(target.Name, exception);
        }

        return target.OnlyWhen is not null;
    }

    // "() => IsServerBuild" is "IsServerBuild".
    private static string Readable(string condition)
    {
        var arrow = condition.IndexOf("=>", StringComparison.Ordinal);
        return (arrow < 0 ? condition : condition[(arrow + 2)..]).Trim();
    }

    private static void Mark(INukeBuild build, ExecutableTarget target, string? reason)
    {
        if (target.Invoked || target.Status != ExecutionStatus.Scheduled)
            return;

        target.Status = ExecutionStatus.Skipped;
        if (reason is not null)
            target.Skipped ??= reason;
        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        var needless = target.ExecutionDependencies.Concat(target.Triggers).Where(x => !IsNeeded(build, x)).ToList();
        foreach (var other in needless)
            Mark(build, other, $"because of {target.Name}");
    }

    private static bool IsNeeded(INukeBuild build, ExecutableTarget target) => build.ExecutionPlan
        .Any(x => x.Status == ExecutionStatus.Scheduled && (x.ExecutionDependencies.Contains(target) || x.Triggers.Contains(target)));
}
