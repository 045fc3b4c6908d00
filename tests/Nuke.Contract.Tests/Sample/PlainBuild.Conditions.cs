using Nuke.Common;

partial class PlainBuild
{
    bool Never => false;

    Target Base1 => _ => _
        .Executes(() => Ran("Base1"));

    Target SkippedStatic => _ => _
        .DependsOn(Base1)
        .OnlyWhenStatic(() => Never)
        .Executes(() => Ran("SkippedStatic"));

    Target SkippedKeeping => _ => _
        .DependsOn(Base1)
        .OnlyWhenStatic(() => Never)
        .WhenSkipped(DependencyBehavior.Execute)
        .Executes(() => Ran("SkippedKeeping"));

    Target SkippedDynamic => _ => _
        .DependsOn(Base1)
        .OnlyWhenDynamic(() => Never)
        .Executes(() => Ran("SkippedDynamic"));

    Target NeedsSkippedStatic => _ => _
        .DependsOn(SkippedStatic)
        .Executes(() => Ran("NeedsSkippedStatic"));

    Target NeedsSkippedKeeping => _ => _
        .DependsOn(SkippedKeeping)
        .Executes(() => Ran("NeedsSkippedKeeping"));

    Target NeedsSkippedDynamic => _ => _
        .DependsOn(SkippedDynamic)
        .Executes(() => Ran("NeedsSkippedDynamic"));

    Target NeedsBoth => _ => _
        .DependsOn(SkippedStatic, Base1)
        .Executes(() => Ran("NeedsBoth"));

    Target InvokedWithCondition => _ => _
        .OnlyWhenStatic(() => Never)
        .Executes(() => Ran("InvokedWithCondition"));

    Target FailingCondition => _ => _
        .OnlyWhenDynamic(() => ThrowInCondition())
        .Executes(() => Ran("FailingCondition"));

    static bool ThrowInCondition() => throw new InvalidOperationException("condition went wrong");
}
