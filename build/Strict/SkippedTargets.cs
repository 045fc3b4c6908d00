using FinanceHub.Delivery.CommandLine;
using Nuke.Common;
using Nuke.Common.Execution;

/// <summary>Foresees what the engine will leave out before anything runs.</summary>
internal static class SkippedTargets
{
    public static HashSet<ExecutableTarget> Find(List<ExecutableTarget> plan, CommandLineReport report, bool judgeConditions)
    {
        var skipped = new HashSet<ExecutableTarget>();
        var names = report.ValuesOf("skip").ToList();
        var isAll = report.Has("skip") && names.Count == 0;
        var invoked = report.ValuesOf("target").ToList();
        foreach (var target in plan)
        {
            var isInvoked = invoked.Count == 0 ? target.IsDefault : invoked.Any(x => OptionNames.AreEqual(x, target.Name));
            var isSelected = isAll || names.Any(x => OptionNames.AreEqual(x, target.Name));
            if (!isInvoked && (isSelected || (judgeConditions && target.StaticConditions.Exists(x => !x.Delegate()))))
                Mark(target, plan, skipped);
        }

        return skipped;
    }

    private static void Mark(ExecutableTarget target, List<ExecutableTarget> plan, HashSet<ExecutableTarget> skipped)
    {
        if (!skipped.Add(target) || target.DependencyBehavior == DependencyBehavior.Execute)
            return;
        foreach (var other in target.ExecutionDependencies.Concat(target.Triggers))
        {
            if (plan.TrueForAll(x => skipped.Contains(x) || !(x.ExecutionDependencies.Contains(other) || x.Triggers.Contains(other))))
                Mark(other, plan, skipped);
        }
    }
}
