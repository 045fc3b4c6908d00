using System.Reflection;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public List<Target> DependsOnTargets { get; } = [];

    public List<Target> DependentForTargets { get; } = [];

    public List<Target> BeforeTargets { get; } = [];

    public List<Target> AfterTargets { get; } = [];

    public List<Target> TriggersTargets { get; } = [];

    public List<Target> TriggeredByTargets { get; } = [];

    public ITargetDefinition DependsOn(params Target[] targets) => Relate(DependsOnTargets, targets);

    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => DependsOn(TargetsOf(targets));

    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => build is T ? DependsOn(targets) : this;

    public ITargetDefinition DependentFor(params Target[] targets) => Relate(DependentForTargets, targets);

    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => DependentFor(TargetsOf(targets));

    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => build is T ? DependentFor(targets) : this;

    public ITargetDefinition Before(params Target[] targets) => Relate(BeforeTargets, targets);

    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Before(TargetsOf(targets));

    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => build is T ? Before(targets) : this;

    public ITargetDefinition After(params Target[] targets) => Relate(AfterTargets, targets);

    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => After(TargetsOf(targets));

    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => build is T ? After(targets) : this;

    public ITargetDefinition Triggers(params Target[] targets) => Relate(TriggersTargets, targets);

    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Triggers(TargetsOf(targets));

    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => build is T ? Triggers(targets) : this;

    public ITargetDefinition TriggeredBy(params Target[] targets) => Relate(TriggeredByTargets, targets);

    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => TriggeredBy(TargetsOf(targets));

    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => build is T ? TriggeredBy(targets) : this;

    private TargetDefinition Relate(List<Target> relation, Target[] targets)
    {
        relation.AddRange(targets);
        return this;
    }

    private Target[] TargetsOf<T>(Func<T, Target>[] targets)
    {
        if (targets.Length == 0)
            return [(Target)SingleTargetOf(typeof(T)).GetValue(Component<T>())!];
        var component = Component<T>();
        return Array.ConvertAll(targets, x => x(component));
    }

    private T Component<T>() => build is T component
        ? component
        : throw new InvalidOperationException($"Target '{Name}' refers to component '{typeof(T).Name}', which '{build.GetType().Name}' does not implement.");

    private PropertyInfo SingleTargetOf(Type component)
    {
        var targets = component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(x => x.PropertyType == typeof(Target)).ToList();
        if (targets.Count != 1)
        {
            throw new InvalidOperationException(
                $"Target '{Name}' cannot name component '{component.Name}' without saying which target: it has "
                + (targets.Count == 0 ? "none." : string.Join(", ", targets.Select(x => x.GetShortName())) + "."));
        }

        return targets[0];
    }
}
