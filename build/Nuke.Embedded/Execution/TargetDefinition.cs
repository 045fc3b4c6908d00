using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>What a target's property says of it.</summary>
internal sealed partial class TargetDefinition(PropertyInfo target, NukeBuild build) : ITargetDefinition
{
    private readonly Stack<MethodInfo> overridden = BaseGetters(target, build.GetType());

    public string Name { get; } = target.GetShortName();

    public string? DescriptionText { get; private set; }

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];

    public List<LambdaExpression> DelegateRequirements { get; } = [];

    public List<Action> Actions { get; } = [];

    public DependencyBehavior DependencyBehavior { get; private set; }

    public bool IsProceedAfterFailure { get; private set; }

    public bool IsAssuredAfterFailure { get; private set; }

    public bool IsUnlisted { get; private set; }

    public int? PartitionSize { get; private set; }

    public ITargetDefinition Description(string description)
    {
        DescriptionText = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions)
    {
        Actions.AddRange(actions);
        return this;
    }

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(() => { _ = action(); });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => action().GetAwaiter().GetResult());

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string? conditionExpression = null)
    {
        DynamicConditions.Add((conditionExpression ?? string.Empty, condition));
        return this;
    }

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string? conditionExpression = null)
    {
        StaticConditions.Add((conditionExpression ?? string.Empty, condition));
        return this;
    }

    public ITargetDefinition Requires<T>(Expression<Func<T>> parameterRequirement, params Expression<Func<T>>[] parameterRequirements)
        where T : class? => Require(parameterRequirement, parameterRequirements);

    public ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Require(parameterRequirement, parameterRequirements);

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Require(requirement, requirements);

    public ITargetDefinition Requires(Expression<Func<Tool?>> tool, params Expression<Func<Tool?>>[] tools) => Require(tool, tools);

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        DependencyBehavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        IsAssuredAfterFailure = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        IsProceedAfterFailure = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        IsUnlisted = true;
        return this;
    }

    public ITargetDefinition Partition(int size)
    {
        Assert.True(size > 1, $"Target '{Name}' cannot be split among {size} machines");
        PartitionSize = size;
        return this;
    }

    private TargetDefinition Require(LambdaExpression first, LambdaExpression[] others)
    {
        DelegateRequirements.Add(first);
        DelegateRequirements.AddRange(others);
        return this;
    }
}
