namespace Nuke.Common.Execution;

/// <summary>Finds what runs, and in which order.</summary>
internal static class ExecutionPlanner
{
    /// <exception cref="InvalidOperationException">A target does not exist, or targets depend on each other in a circle.</exception>
    public static List<ExecutableTarget> Plan(IReadOnlyCollection<ExecutableTarget> targets, string[]? invokedNames)
    {
        var invoked = (invokedNames?.Select(x => Find(targets, x)) ?? targets.Where(x => x.IsDefault)).ToHashSet();
        foreach (var target in invoked)
            target.Invoked = true;

        var order = Order(targets);
        while (true)
        {
            // From the end to the beginning: whoever needs a target is looked at before the target itself.
            var plan = new List<ExecutableTarget>();
            var needed = new HashSet<ExecutableTarget>(invoked);
            foreach (var target in order)
            {
                if (!needed.Contains(target))
                    continue;
                plan.Add(target);
                needed.UnionWith(target.ExecutionDependencies);
            }

            var triggered = plan.SelectMany(x => x.Triggers).Where(x => !needed.Contains(x)).ToList();
            if (triggered.Count == 0)
            {
                plan.Reverse();
                foreach (var target in plan)
                    target.Status = ExecutionStatus.Scheduled;
                return plan;
            }

            invoked.UnionWith(plan);
            invoked.UnionWith(triggered);
        }
    }

    // Last first: repeatedly the first target, in order of declaration, that none of the remaining ones depends on.
    private static List<ExecutableTarget> Order(IReadOnlyCollection<ExecutableTarget> targets)
    {
        var dependents = targets.ToDictionary(x => x, _ => 0);
        var dependencies = targets.ToDictionary(x => x, x => x.AllDependencies.Distinct().Where(dependents.ContainsKey).ToList());
        foreach (var dependency in dependencies.Values.SelectMany(x => x))
            dependents[dependency]++;

        var remaining = targets.ToList();
        var order = new List<ExecutableTarget>(remaining.Count);
        while (remaining.Count > 0)
        {
            var index = remaining.FindIndex(x => dependents[x] == 0);
            if (index < 0)
                throw new InvalidOperationException(Cycles.Describe(remaining, dependencies));
            var target = remaining[index];
            remaining.RemoveAt(index);
            order.Add(target);
            foreach (var dependency in dependencies[target])
                dependents[dependency]--;
        }

        return order;
    }

    private static ExecutableTarget Find(IReadOnlyCollection<ExecutableTarget> targets, string name)
    {
        var plain = name.Replace("-", string.Empty, StringComparison.Ordinal);
        return targets.FirstOrDefault(x => string.Equals(x.Name, plain, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException(
                $"Target with name '{plain}' does not exist. Available targets are:"
                + string.Concat(targets.Select(x => x.Name).Order(StringComparer.Ordinal).Select(x => $"{Environment.NewLine}  - {x}")));
    }
}
