namespace Nuke.Common.Execution;

/// <summary>Explains why there is no order.</summary>
internal static class Cycles
{
    /// <summary>One circle among targets of which each has a dependent, in the order in which they wait for each other.</summary>
    public static string Describe(List<ExecutableTarget> targets, Dictionary<ExecutableTarget, List<ExecutableTarget>> dependencies)
    {
        // Each of them has a dependent among them, so a walk to dependents must come back to where it was.
        var walk = new List<ExecutableTarget> { targets[0] };
        while (true)
        {
            var dependent = targets.First(x => dependencies[x].Contains(walk[^1]));
            var start = walk.IndexOf(dependent);
            if (start >= 0)
            {
                var circle = walk.Skip(start).Reverse().Select(x => x.Name).ToList();
                return $"Circular dependencies between targets:{Environment.NewLine} - {string.Join(" -> ", circle.Append(circle[0]))}";
            }

            walk.Add(dependent);
        }
    }
}
