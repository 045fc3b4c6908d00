using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target with its place in the graph and its state in this run.</summary>
[DebuggerDisplay("{Name} ({Status})")]
[SuppressMessage("Design", "CA1002", Justification = "Lists are what the API has.")]
public class ExecutableTarget
{
    public MemberInfo Member { get; set; } = null!;

    public string Name { get; set; } = string.Empty;

    public string? Description { get; set; }

    public bool Listed { get; set; }

    public Delegate Factory { get; set; } = null!;

    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; internal set; } = [];

    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; internal set; } = [];

    public DependencyBehavior DependencyBehavior { get; internal set; }

    public bool AssuredAfterFailure { get; internal set; }

    public bool ProceedAfterFailure { get; internal set; }

    public List<LambdaExpression> DelegateRequirements { get; internal set; } = [];

    public List<Action> Actions { get; internal set; } = [];

    public List<ExecutableTarget> ExecutionDependencies { get; } = [];

    public List<ExecutableTarget> OrderDependencies { get; } = [];

    public List<ExecutableTarget> TriggerDependencies { get; } = [];

    public List<ExecutableTarget> Triggers { get; } = [];

    public IReadOnlyCollection<ExecutableTarget> AllDependencies => [.. ExecutionDependencies, .. OrderDependencies, .. TriggerDependencies];

    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; internal set; } = new();

    public List<string> ArtifactProducts { get; internal set; } = [];

    public int? PartitionSize { get; set; }

    public TimeSpan Duration => Stopwatch.Elapsed;

    public bool IsDefault { get; set; }

    public ExecutionStatus Status { get; set; }

    public bool Invoked { get; set; }

    public Dictionary<string, string> SummaryInformation { get; internal set; } = [];

    /// <summary>Why it was skipped.</summary>
    public string? Skipped
    {
        get => SummaryInformation.GetValueOrDefault(nameof(Skipped));
        set => SetSummary(nameof(Skipped), value);
    }

    /// <summary>The conditions that did not hold.</summary>
    public string? OnlyWhen
    {
        get => SummaryInformation.GetValueOrDefault(nameof(OnlyWhen));
        set => SetSummary(nameof(OnlyWhen), value);
    }

    internal TargetDefinition Definition { get; set; } = null!;

    internal Stopwatch Stopwatch { get; } = new();

    private void SetSummary(string key, string? value)
    {
        if (value is not null)
            SummaryInformation[key] = value;
    }
}
