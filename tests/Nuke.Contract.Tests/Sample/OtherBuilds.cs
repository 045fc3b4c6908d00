using Nuke.Common;
using Nuke.Common.Execution;

/// <summary>Targets that wait for each other.</summary>
class CyclicBuild : NukeBuild
{
    public static int Run() => Execute<CyclicBuild>(x => x.Chicken);

    Target Chicken => _ => _.DependsOn(Egg);

    Target Egg => _ => _.DependsOn(Nest);

    Target Nest => _ => _.After(Chicken);

    Target Apart => _ => _.Executes(() => Console.Out.WriteLine("ran Apart"));
}

/// <summary>Turns everything off that can be turned off.</summary>
[DisableDefaultOutput]
class QuietBuild : NukeBuild
{
    public static int Run() => Execute<QuietBuild>(x => x.Speak);

    Target Speak => _ => _.Executes(() => Console.Out.WriteLine("ran Speak"));
}

/// <summary>A build to be derived from.</summary>
abstract class BaseBuild : NukeBuild
{
    public virtual Target Work => _ => _.Executes(() => Console.Out.WriteLine("ran base Work"));
}

/// <summary>Takes targets over from its base class and from a component; and follows its own course.</summary>
[Events]
class DerivedBuild : BaseBuild, IGreet
{
    public static int Run() => Execute<DerivedBuild>(x => x.Work, x => ((IGreet)x).Greet);

    public override Target Work => _ => _
        .Base()
        .Executes(() => Console.Out.WriteLine("ran derived Work"));

    Target IGreet.Greet => _ => _
        .Inherit<IGreet>()
        .DependsOn(Work)
        .Executes(() => Console.Out.WriteLine("ran derived Greet"));

    Target Breaks => _ => _
        .Executes(() => throw new InvalidOperationException("broken"));

    protected override void OnBuildCreated() => Console.Out.WriteLine("build created");

    protected override void OnBuildInitialized() => Console.Out.WriteLine("build initialized");

    protected override void OnBuildFinished() => Console.Out.WriteLine("build finished");

    protected override void OnTargetRunning(string target) => Console.Out.WriteLine($"running {target}");

    protected override void OnTargetSkipped(string target) => Console.Out.WriteLine($"skipped {target}");

    protected override void OnTargetSucceeded(string target) => Console.Out.WriteLine($"succeeded {target}");

    protected override void OnTargetFailed(string target) => Console.Out.WriteLine($"failed {target}");
}

/// <summary>Takes part in a build.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class EventsAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning, IOnBuildFinished
{
    public override float Priority { get; set; } = 500;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Console.Out.WriteLine("extension created");

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) =>
        Console.Out.WriteLine($"extension initialized {string.Join("|", executionPlan.Select(x => x.Name))}");

    public void OnTargetRunning(ExecutableTarget target) => Console.Out.WriteLine($"extension running {target.Name} {target.Status}");

    public void OnBuildFinished() => Console.Out.WriteLine("extension finished");
}

/// <summary>A parameter that every target needs.</summary>
class RequiredBuild : NukeBuild
{
    public static int Run() => Execute<RequiredBuild>(x => x.Work);

    [Parameter("Always needed"), Required]
    readonly string? Always;

    Target Work => _ => _.Executes(() => Console.Out.WriteLine($"ran Work with {Always}"));
}

/// <summary>The order of declaration is the reverse of the order of work.</summary>
class InverseBuild : NukeBuild
{
    public static int Run() => Execute<InverseBuild>(x => x.Last);

    Target Last => _ => _.DependsOn(Middle).Executes(() => Console.Out.WriteLine("ran Last"));

    Target Middle => _ => _.DependsOn(Beginning).Executes(() => Console.Out.WriteLine("ran Middle"));

    Target Beginning => _ => _.Executes(() => Console.Out.WriteLine("ran Beginning"));
}
