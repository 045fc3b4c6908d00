using System.Linq.Expressions;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>Makes the graph of targets from the properties of the build.</summary>
internal static class TargetFactory
{
    public static List<ExecutableTarget> CreateAll<T>(T build, Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild
    {
        var targets = new List<ExecutableTarget>();
        // Two properties may return one delegate; the first of them then stands for it.
        var byFactory = new Dictionary<Delegate, ExecutableTarget>();
        foreach (var property in BuildMembers.Targets(build.GetType()))
        {
            var definition = new TargetDefinition(property, build);
            var factory = (Target)property.GetValue(build)!;
            _ = factory(definition);
            var target = Create(definition, factory);
            target.Member = property;
            targets.Add(target);
            byFactory.TryAdd(factory, target);
        }

        foreach (var expression in defaultTargets)
            Find(byFactory, expression.GetTarget(build), "Main").IsDefault = true;
        Connect(targets, byFactory);
        return targets;
    }

    private static ExecutableTarget Create(TargetDefinition definition, Target factory) => new()
    {
        Name = definition.Name,
        Definition = definition,
        Description = definition.DescriptionText,
        Factory = factory,
        Listed = !definition.IsUnlisted,
        DynamicConditions = definition.DynamicConditions,
        StaticConditions = definition.StaticConditions,
        DependencyBehavior = definition.DependencyBehavior,
        ProceedAfterFailure = definition.IsProceedAfterFailure,
        AssuredAfterFailure = definition.IsAssuredAfterFailure,
        DelegateRequirements = definition.DelegateRequirements,
        Actions = definition.Actions,
        PartitionSize = definition.PartitionSize,
        ArtifactProducts = definition.ArtifactProducts,
    };

    // A target's own words come before what others say of it, and what others say comes in their order: the plan depends on it.
    private static void Connect(List<ExecutableTarget> targets, Dictionary<Delegate, ExecutableTarget> byFactory)
    {
        foreach (var target in targets)
        {
            var definition = target.Definition;
            AddAll(target, definition.DependsOnTargets, target.ExecutionDependencies);
            AddAll(target, definition.AfterTargets, target.OrderDependencies);
            AddAll(target, definition.TriggeredByTargets, target.TriggerDependencies);
            AddAll(target, definition.TriggersTargets, target.Triggers);
        }

        foreach (var target in targets)
        {
            var definition = target.Definition;
            AddReverse(target, definition.DependentForTargets, x => x.ExecutionDependencies);
            AddReverse(target, definition.BeforeTargets, x => x.OrderDependencies);
            AddReverse(target, definition.TriggersTargets, x => x.TriggerDependencies);
            AddReverse(target, definition.TriggeredByTargets, x => x.Triggers);
            foreach (var (producer, artifacts) in definition.ArtifactDependencies)
            {
                var dependency = Find(byFactory, producer, target.Name);
                target.ArtifactDependencies.AddRange(dependency, artifacts.Length > 0 ? artifacts : dependency.ArtifactProducts);
            }
        }

        void AddAll(ExecutableTarget target, List<Target> factories, List<ExecutableTarget> relation)
        {
            foreach (var factory in factories)
                relation.Add(Other(target, factory));
        }

        void AddReverse(ExecutableTarget target, List<Target> factories, Func<ExecutableTarget, List<ExecutableTarget>> relation)
        {
            foreach (var factory in factories)
                relation(Other(target, factory)).Add(target);
        }

        ExecutableTarget Other(ExecutableTarget target, Target factory)
        {
            var other = Find(byFactory, factory, target.Name);
            Assert.True(other != target, $"Target '{target.Name}' cannot have a dependency on itself");
            return other;
        }
    }

    private static ExecutableTarget Find(Dictionary<Delegate, ExecutableTarget> byFactory, Target factory, string source) =>
        factory is not null && byFactory.TryGetValue(factory, out var target)
            ? target
            : throw new InvalidOperationException($"'{source}' names a target that is no property of the build.");
}
