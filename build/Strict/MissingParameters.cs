using System.Linq.Expressions;
using System.Reflection;
using FinanceHub.Delivery.CommandLine;
using Nuke.Common;
using Nuke.Common.Execution;

/// <summary>Finds the required parameters without a value, of all targets that are going to run.</summary>
internal static class MissingParameters
{
    /// <param name="build">The build.</param>
    /// <param name="targets">All its targets.</param>
    /// <param name="report">What it was told.</param>
    /// <param name="judgeConditions">Whether conditions can be asked: only when parameters have their values.</param>
    public static IReadOnlyList<Fault> Find(
        INukeBuild build,
        IReadOnlyCollection<ExecutableTarget> targets,
        CommandLineReport report,
        bool judgeConditions)
    {
        var plan = Closure(targets, report);
        var missing = plan.ToDictionary(x => x, x => Missing(build, x, report));
        if (missing.Values.All(x => x.Count == 0))
            return [];

        // Only now: conditions are the build's code, and not to be asked without need.
        var skipped = SkippedTargets.Find(plan, report, judgeConditions);
        return
        [
            .. plan.Where(x => !skipped.Contains(x))
                .SelectMany(target => missing[target].Select(name => (name, target.Name)))
                .GroupBy(x => x.name, x => x.Name)
                .Select(x => new Fault($"Target{(x.Count() > 1 ? "s" : "")} {string.Join(", ", x)} need{(x.Count() > 1 ? "" : "s")} --{OptionNames.Dashed(x.Key)} <value>, which has none.")),
        ];
    }

    private static List<ExecutableTarget> Closure(IReadOnlyCollection<ExecutableTarget> targets, CommandLineReport report)
    {
        var names = report.ValuesOf("target").ToList();
        var plan = targets.Where(x => names.Count == 0 ? x.IsDefault : names.Any(name => OptionNames.AreEqual(name, x.Name))).ToList();
        for (var i = 0; i < plan.Count; i++)
        {
            foreach (var needed in plan[i].ExecutionDependencies.Concat(plan[i].Triggers))
            {
                if (!plan.Contains(needed))
                    plan.Add(needed);
            }
        }

        return plan;
    }

    private static List<string> Missing(INukeBuild build, ExecutableTarget target, CommandLineReport report) =>
    [
        .. target.DelegateRequirements
            .Where(x => x is not Expression<Func<bool>>)
            .Select(x => (x.Body is UnaryExpression unary ? unary.Operand : x.Body) as MemberExpression)
            .Select(x => x?.Member)
            .OfType<MemberInfo>()
            .Where(x => x.GetCustomAttribute<ParameterAttribute>()?.GetType() == typeof(ParameterAttribute))
            .Where(x => !report.Has(NameOf(x)) && ValueOf(x, build) is null)
            .Select(NameOf),
    ];

    private static string NameOf(MemberInfo member)
    {
        var prefix = member.DeclaringType is { IsInterface: true } component ? component.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix : null;
        return prefix + (member.GetCustomAttribute<ParameterAttribute>()?.Name ?? member.Name);
    }

    // The default that the build gives it.
    private static object? ValueOf(MemberInfo member, INukeBuild build) => member switch
    {
        FieldInfo field => field.GetValue(build),
        PropertyInfo property => property.GetValue(build),
        _ => null,
    };
}
