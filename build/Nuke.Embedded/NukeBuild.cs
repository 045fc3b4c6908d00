using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>Base of all builds: <c>public static int Main() => Execute&lt;Build&gt;(x => x.Compile);</c></summary>
[LoadParametersFiles(Priority = 150)]
[InjectParameters(Priority = 100)]
[WriteSchema(Priority = 75)]
[HandlePlanRequests(Priority = 10)]
[HandleHelpRequests(Priority = 5)]
[InjectOthers(Priority = -100)]
[EventInvoker(Priority = float.MinValue)]
public abstract partial class NukeBuild : INukeBuild
{
    private List<ExecutableTarget>? executionPlan;

    /// <summary>Targets to run, in the order in which they do.</summary>
    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan
    {
        get => executionPlan ?? throw new InvalidOperationException("There is no plan yet: the build is not initialized.");
        set => executionPlan = [.. value];
    }

    [Parameter(
        "List of targets to be invoked. Default is '{default_target}'.",
        Name = ParameterNames.Target,
        Separator = ParameterNames.TargetsSeparator,
        ValueProviderMember = nameof(TargetNames))]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(x => x.Invoked)];

    [Parameter(
        "List of targets to be skipped. Empty list skips all dependencies.",
        Name = ParameterNames.Skip,
        Separator = ParameterNames.TargetsSeparator,
        ValueProviderMember = nameof(TargetNames))]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => With(ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => With(ExecutionStatus.Scheduled);

    public IReadOnlyCollection<ExecutableTarget> RunningTargets => With(ExecutionStatus.Running);

    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => With(ExecutionStatus.Aborted);

    public IReadOnlyCollection<ExecutableTarget> FailedTargets => With(ExecutionStatus.Failed);

    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => With(ExecutionStatus.Succeeded);

    /// <summary>Failed and succeeded ones.</summary>
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets => [.. FailedTargets, .. SucceededTargets];

    [Parameter("Shows the execution plan (HTML).")]
    public bool Plan { get; }

    [Parameter("Shows the help text for this build assembly.")]
    public bool Help { get; }

    [Parameter("Disables displaying the NUKE logo.")]
    public bool NoLogo { get; set; }

    [Parameter("Indicates to continue a previously failed build attempt.")]
    public bool Continue { get; internal set; }

    [Parameter("Partition to use on CI.", List = false)]
    public Partition Partition { get; internal set; } = Partition.Single;

    /// <summary>Whether nothing failed and nothing was left undone.</summary>
    public bool IsSucceeding => ExecutionPlan.All(x =>
        x.Status is ExecutionStatus.Succeeded or ExecutionStatus.Skipped or ExecutionStatus.Collective);

    public bool IsFailing => ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

    public bool IsFinished => !ExecutionPlan.Any(x => x.Status is ExecutionStatus.Scheduled or ExecutionStatus.Running);

    /// <summary>What the process returns; null lets success be 0 and failure -1.</summary>
    public int? ExitCode { get; set; }

    internal IReadOnlyCollection<ExecutableTarget> ExecutableTargets { get; set; } = [];

    internal bool IsPlanned => executionPlan is not null;

    internal IEnumerable<string> TargetNames => BuildMembers.Targets(GetType()).Select(x => x.GetShortName());

    [SuppressMessage("Performance", "CA1822", Justification = "Found by name on the instance.")]
    internal IEnumerable<string> HostNames => Hosts.Names;

    /// <summary>Adds what the summary says of the running target.</summary>
    public void ReportSummary(Configure<Dictionary<string, string>>? configurator = null) =>
        ReportSummary(ExecutionPlan.Single(x => x.Status == ExecutionStatus.Running), configurator);

    internal void ReportSummary(ExecutableTarget target, Configure<Dictionary<string, string>>? configurator)
    {
        target.SummaryInformation = configurator?.Invoke([]) ?? [];
        Notify<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(this, target));
    }

    /// <summary>Runs the build; the expressions name what it does if it is not told.</summary>
    /// <returns>The exit code: 0, -1, or <see cref="ExitCode"/>.</returns>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new() => BuildManager.Execute(defaultTargetExpressions);

    private List<ExecutableTarget> With(ExecutionStatus status) => [.. ExecutionPlan.Where(x => x.Status == status)];
}
