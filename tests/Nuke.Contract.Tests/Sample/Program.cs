using Nuke.Common;

/// <summary>One program with several builds: the case says which of them it is about.</summary>
static class Program
{
    public static int Main() => Environment.GetEnvironmentVariable("SAMPLE") switch
    {
        "strict" => StrictBuild.Execute<StrictSample>(x => x.Trivial),
        "cyclic" => CyclicBuild.Run(),
        "quiet" => QuietBuild.Run(),
        "derived" => DerivedBuild.Run(),
        "required" => RequiredBuild.Run(),
        "inverse" => InverseBuild.Run(),
        _ => PlainBuild.Run(),
    };
}
