using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>The words that a target is described with.</summary>
public interface ITargetDefinition
{
    /// <summary>What help says of the target.</summary>
    ITargetDefinition Description(string description);

    /// <summary>Runs the actions, one after another.</summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <summary>Runs the function; its result is ignored.</summary>
    ITargetDefinition Executes<T>(Func<T> action);

    /// <summary>Runs the function and waits for its task.</summary>
    ITargetDefinition Executes(Func<Task> action);

    /// <summary>These targets run first, and run whenever this one does.</summary>
    ITargetDefinition DependsOn(params Target[] targets);

    /// <inheritdoc cref="DependsOn(Target[])"/>
    ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets);

    /// <summary>As DependsOn, where the build has the component T.</summary>
    ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets);

    /// <summary>These targets depend on this one.</summary>
    ITargetDefinition DependentFor(params Target[] targets);

    /// <inheritdoc cref="DependentFor(Target[])"/>
    ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets);

    /// <summary>As DependentFor, where the build has the component T.</summary>
    ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets);

    /// <summary>Skips the target if the condition is false when its turn comes.</summary>
    ITargetDefinition OnlyWhenDynamic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>Skips the target if the condition is false before anything runs.</summary>
    ITargetDefinition OnlyWhenStatic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>Nothing runs unless these members have values.</summary>
    ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class?;

    /// <inheritdoc cref="Requires{T}(Expression{Func{T}}, Expression{Func{T}}[])"/>
    ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct;

    /// <summary>Nothing runs unless these conditions hold.</summary>
    ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements);

    /// <summary>Nothing runs unless these programs are there.</summary>
    ITargetDefinition Requires(Expression<Func<Tool?>> tool, params Expression<Func<Tool?>>[] tools);

    /// <summary>What happens to the dependencies if this target is skipped.</summary>
    ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior);

    /// <summary>Runs before these targets, if both run.</summary>
    ITargetDefinition Before(params Target[] targets);

    /// <inheritdoc cref="Before(Target[])"/>
    ITargetDefinition Before<T>(params Func<T, Target>[] targets);

    /// <summary>As Before, where the build has the component T.</summary>
    ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets);

    /// <summary>Runs after these targets, if both run.</summary>
    ITargetDefinition After(params Target[] targets);

    /// <inheritdoc cref="After(Target[])"/>
    ITargetDefinition After<T>(params Func<T, Target>[] targets);

    /// <summary>As After, where the build has the component T.</summary>
    ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets);

    /// <summary>These targets run afterwards, whenever this one does.</summary>
    ITargetDefinition Triggers(params Target[] targets);

    /// <inheritdoc cref="Triggers(Target[])"/>
    ITargetDefinition Triggers<T>(params Func<T, Target>[] targets);

    /// <summary>As Triggers, where the build has the component T.</summary>
    ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets);

    /// <summary>Runs after these targets, whenever one of them does.</summary>
    ITargetDefinition TriggeredBy(params Target[] targets);

    /// <inheritdoc cref="TriggeredBy(Target[])"/>
    ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets);

    /// <summary>As TriggeredBy, where the build has the component T.</summary>
    ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets);

    /// <summary>Runs even after another target failed.</summary>
    ITargetDefinition AssuredAfterFailure();

    /// <summary>The others run even after this target failed.</summary>
    ITargetDefinition ProceedAfterFailure();

    /// <summary>Help does not list the target.</summary>
    ITargetDefinition Unlisted();

    /// <summary>Starts from what the base class says of this target.</summary>
    ITargetDefinition Base();

    /// <summary>Starts from what these targets say.</summary>
    ITargetDefinition Inherit(params Target[] targets);

    /// <summary>Starts from what the component T says of these targets, not from what the build made of them.</summary>
    ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets);

    /// <summary>Files that the target makes.</summary>
    ITargetDefinition Produces(params string[] artifacts);

    /// <summary>Needs the files that these targets make.</summary>
    ITargetDefinition Consumes(params Target[] targets);

    /// <inheritdoc cref="Consumes(Target[])"/>
    ITargetDefinition Consumes<T>(params Func<T, Target>[] targets);

    /// <summary>Needs some of the files that this target makes.</summary>
    ITargetDefinition Consumes(Target target, params string[] artifacts);

    /// <inheritdoc cref="Consumes(Target, string[])"/>
    ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts);

    /// <summary>Needs some of the files that the one target of the component T makes.</summary>
    ITargetDefinition Consumes<T>(params string[] artifacts);

    /// <summary>Among how many machines the target can be split; 2 or more.</summary>
    ITargetDefinition Partition(int size);
}
