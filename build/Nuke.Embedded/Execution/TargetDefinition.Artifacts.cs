namespace Nuke.Common.Execution;

internal sealed partial class TargetDefinition
{
    public List<string> ArtifactProducts { get; } = [];

    public List<(Target Target, string[] Artifacts)> ArtifactDependencies { get; } = [];

    public ITargetDefinition Produces(params string[] artifacts)
    {
        ArtifactProducts.AddRange(artifacts);
        return this;
    }

    public ITargetDefinition Consumes(params Target[] targets)
    {
        foreach (var consumed in targets)
            ArtifactDependencies.Add((consumed, []));
        return this;
    }

    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Consumes(TargetsOf(targets));

    public ITargetDefinition Consumes(Target target, params string[] artifacts)
    {
        ArtifactDependencies.Add((target, artifacts));
        return this;
    }

    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts) => Consumes(target(Component<T>()), artifacts);

    public ITargetDefinition Consumes<T>(params string[] artifacts) => Consumes(TargetsOf<T>([])[0], artifacts);
}
