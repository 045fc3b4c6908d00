using FinanceHub.Testing;
using FinanceHub.Testing.Clones;

namespace FinanceHub.Benchmarks;

/// <summary>A warm call of a trivial target through build.sh, against what the stock script does: build, then run.</summary>
internal static class FrontDoor
{
    private const int Runs = 21;

    public static async Task MeasureAsync(FreshClone clone, Table table)
    {
        var stock = new List<TimeSpan>();
        var (trivial, help) = (new List<TimeSpan>(), new List<TimeSpan>());
        var environment = new Dictionary<string, string>(Shell.BareEnvironment) { ["NUKE_ENGINE"] = await File.ReadAllTextAsync(Path.Combine(clone.Root, ".nuke", "temp", "engine")) };
        string[] stockSteps = ["bash", "-ec", "\"$0\" build build/_build.csproj -nodeReuse:false -p:UseSharedCompilation=false -nologo -clp:NoSummary --verbosity quiet; \"$0\" run --project build/_build.csproj --no-build -- Verify", Dotnet.Path];
        (await Shell.RunAsync(clone.Root, stockSteps, environment)).Require(); // compiles; not measured

        for (var run = 0; run < Runs; run++)
        {
            trivial.Add((await clone.BuildAsync("Verify")).Require().Elapsed);
            help.Add((await clone.BuildAsync("--help")).Require().Elapsed);
            if (run % 4 == 0)
                stock.Add((await Shell.RunAsync(clone.Root, stockSteps, environment)).Require().Elapsed);
        }

        table.Add("`./build.sh Verify`, warm", trivial);
        table.Add("`./build.sh --help`, warm", help);
        table.Add("the same target by the stock script's steps", stock, "`dotnet build` with nothing to do, then `dotnet run`");
    }
}
