using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Looks for targets in collections by the property that made them.</summary>
public static class ExecutableTargetExtensions
{
    public static bool Contains(this IEnumerable<ExecutableTarget> executableTargets, Target target) =>
        executableTargets.Any(x => x.Factory.Equals(target));
}
