using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>A build, as its components see it; they are interfaces on this one with default members.</summary>
[SuppressMessage("Naming", "CA1716", Justification = "The names are given by the API.")]
public interface INukeBuild
{
    IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; }

    IReadOnlyCollection<ExecutableTarget> InvokedTargets { get; }

    IReadOnlyCollection<ExecutableTarget> SkippedTargets { get; }

    IReadOnlyCollection<ExecutableTarget> ScheduledTargets { get; }

    IReadOnlyCollection<ExecutableTarget> RunningTargets { get; }

    IReadOnlyCollection<ExecutableTarget> AbortedTargets { get; }

    IReadOnlyCollection<ExecutableTarget> FailedTargets { get; }

    IReadOnlyCollection<ExecutableTarget> SucceededTargets { get; }

    IReadOnlyCollection<ExecutableTarget> FinishedTargets { get; }

    bool IsSucceeding { get; }

    bool IsFailing { get; }

    bool IsFinished { get; }

    int? ExitCode { get; set; }

    AbsolutePath RootDirectory { get; }

    AbsolutePath TemporaryDirectory { get; }

    AbsolutePath BuildAssemblyFile { get; }

    AbsolutePath BuildAssemblyDirectory { get; }

    AbsolutePath? BuildProjectDirectory { get; }

    AbsolutePath? BuildProjectFile { get; }

    Verbosity Verbosity { get; }

    Host Host { get; }

    bool Plan { get; }

    bool Help { get; }

    bool NoLogo { get; }

    bool IsLocalBuild { get; }

    bool IsServerBuild { get; }

    bool Continue { get; }

    Partition Partition { get; }

    internal IReadOnlyCollection<ExecutableTarget> ExecutableTargets { get; }

    /// <summary>Adds what the summary says of the running target.</summary>
    void ReportSummary(Configure<Dictionary<string, string>>? configurator = null);

    /// <summary>The value injected for a component's member; null without one.</summary>
    T? TryGetValue<T>(Expression<Func<T>> parameterExpression)
        where T : class?;

    /// <inheritdoc cref="TryGetValue{T}(Expression{Func{T}})"/>
    T? TryGetValue<T>(Expression<Func<object?>> parameterExpression);
}
