using Nuke.Common;

partial class PlainBuild
{
    Target Source => _ => _
        .Triggers(Effect)
        .Executes(() => Ran("Source"));

    Target Effect => _ => _
        .DependsOn(First)
        .Executes(() => Ran("Effect"));

    Target Listener => _ => _
        .TriggeredBy(Effect)
        .Executes(() => Ran("Listener"));
}
