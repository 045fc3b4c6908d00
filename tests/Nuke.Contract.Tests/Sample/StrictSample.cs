using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Serilog;

/// <summary>A build that is as strict as the one of this repository.</summary>
class StrictSample : StrictBuild, IGreet, IShape
{
    [Parameter("Environment")]
    readonly string? Env;

    [Parameter("A number")]
    readonly int? Number;

    [Parameter("A flag")]
    readonly bool Purge;

    [Parameter("A choice")]
    readonly Configuration? Mode;

    [Parameter("Several words")]
    readonly string[]? Words;

    [Parameter("Several numbers", Separator = ",")]
    readonly int[]? Numbers;

    [Parameter("A place")]
    readonly AbsolutePath? Place;

    [Parameter("A secret"), Secret]
    readonly string? ApiKey;

    [Parameter("A secret number"), Secret]
    readonly int? Pin;

    public Target Trivial => _ => _
        .Description("Prints that it ran")
        .Executes(() => Console.Out.WriteLine("ran Trivial"));

    Target Deploy => _ => _
        .Description("Needs a build")
        .DependsOn(Trivial)
        .Requires(() => Env)
        .Requires(() => Number)
        .Executes(() => Console.Out.WriteLine($"ran Deploy to {Env} {Number} {Purge} {Mode} {Place}"));

    Target Report => _ => _
        .TriggeredBy(Deploy)
        .Requires(() => Words)
        .OnlyWhenStatic(() => Numbers != null)
        .Executes(() => Console.Out.WriteLine("ran Report"));

    Target Leak => _ => _
        .Executes(() => Leaks.Everywhere(ApiKey ?? "none"));

    Target LeakAndFail => _ => _
        .Executes(() => throw new InvalidOperationException($"refused {ApiKey}"));

    Target Speak => _ => _
        .Executes(() => Log.Information("pin {Pin}", Pin));
}

/// <summary>Puts a secret wherever it can end up by mistake.</summary>
static class Leaks
{
    public static void Everywhere(string secret)
    {
        Console.Out.WriteLine($"out {secret} end");
        Console.Error.WriteLine($"error {secret} end");
        Console.Out.Write("split ");
        foreach (var character in secret)
            Console.Out.Write(character);
        Console.Out.WriteLine(" end");
        Log.Information("property {Secret} end", secret);
        Log.Warning($"text {secret} end");
        Log.Error(new InvalidOperationException($"exception {secret} end"), "failed");
        Log.Information("encoded {Address} end", "https://host/?key=" + Uri.EscapeDataString(secret));
        Log.Information("json {Json} end", System.Text.Json.JsonSerializer.Serialize(new { key = secret }));
        foreach (var line in secret.Split('\n'))
            Console.Out.WriteLine($"line {line} end");
    }
}
