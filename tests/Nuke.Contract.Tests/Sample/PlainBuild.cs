using Nuke.Common;
using Serilog;

/// <summary>The graph of targets that most cases are about.</summary>
partial class PlainBuild : NukeBuild, IGreet, IShape
{
    public static int Run() => Execute<PlainBuild>(x => x.Trivial);

    Target Trivial => _ => _
        .Description("Prints that it ran")
        .Executes(() => Ran("Trivial"));

    Target First => _ => _
        .Executes(() => Ran("First"));

    Target Second => _ => _
        .Description("Needs the first")
        .DependsOn(First)
        .Executes(() => Ran("Second"));

    Target Third => _ => _
        .DependsOn(Second)
        .Executes(() => Ran("Third"));

    Target Early => _ => _
        .Before(Late)
        .Executes(() => Ran("Early"));

    Target Late => _ => _
        .Executes(() => Ran("Late"));

    Target Behind => _ => _
        .After(Late)
        .Executes(() => Ran("Behind"));

    Target Provider => _ => _
        .DependentFor(Consumer)
        .Executes(() => Ran("Provider"));

    Target Consumer => _ => _
        .Executes(() => Ran("Consumer"));

    Target Collected => _ => _
        .DependsOn(First, Late);

    Target Async => _ => _
        .Executes(async () =>
        {
            await Task.Delay(1);
            Ran("Async");
        });

    Target Several => _ => _
        .Executes(() => Ran("Several-1"), () => Ran("Several-2"));

    Target Hidden => _ => _
        .Unlisted()
        .Executes(() => Ran("Hidden"));

    Target Reporting => _ => _
        .Executes(() => ReportSummary(_ =>
        {
            _.Add("Figure", "42");
            return _;
        }));

    Target Levels => _ => _
        .Executes(() =>
        {
            Log.Verbose("level verbose");
            Log.Debug("level debug");
            Log.Information("level information {Name}", "unquoted");
            Log.Warning("level warning");
            Log.Error("level error");
        });

    protected static void Ran(string name) => Console.Out.WriteLine($"ran {name}");
}
