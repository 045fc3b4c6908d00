using Nuke.Common;

/// <summary>A component with parameters and a target.</summary>
interface IGreet : INukeBuild
{
    [Parameter("What to say")]
    string Greeting => TryGetValue(() => Greeting) ?? "hello";

    [Parameter("Whether to shout")]
    bool Loud => TryGetValue<bool?>(() => Loud) ?? false;

    Target Greet => _ => _
        .Description("Greets")
        .Executes(() => Console.Out.WriteLine($"says {(Loud ? Greeting.ToUpperInvariant() : Greeting)}"));
}

/// <summary>A component whose parameters have a prefix.</summary>
[ParameterPrefix("Shape")]
interface IShape : INukeBuild
{
    [Parameter("How large")]
    int? Size => TryGetValue<int?>(() => Size);

    Target Draw => _ => _
        .DependsOn<IGreet>()
        .TryDependsOn<IAbsent>(x => x.Missing)
        .Executes(() => Console.Out.WriteLine("ran Draw"));
}

/// <summary>A component that no build has.</summary>
interface IAbsent : INukeBuild
{
    Target Missing => _ => _
        .Executes(() => Console.Out.WriteLine("ran Missing"));
}
