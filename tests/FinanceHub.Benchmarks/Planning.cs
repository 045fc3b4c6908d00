using System.Diagnostics;
using FinanceHub.Delivery;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Output;
using FinanceHub.Testing.Clones;

namespace FinanceHub.Benchmarks;

/// <summary>What a plan takes, but for the start of the build: the files of the release verified, the world looked at, the database asked, the plan stored.</summary>
internal static class Planning
{
    private const int Plans = 11;

    public static async Task MeasureAsync(FreshClone clone, Table table)
    {
        var releases = new DirectoryInfo(Path.Combine(clone.Root, "artifacts", "releases"));
        var request = new DeployRequest { BundleDirectory = releases.EnumerateDirectories().OrderBy(directory => directory.CreationTimeUtc).Last().FullName };
        var service = new DeliveryService(
            new EnvironmentCatalog(Path.Combine(clone.Root, ".nuke", "environments")).Load("local"), StateDirectory.For(clone.Root, "local"), new Silence(), sources: clone.Root);
        var times = new List<TimeSpan>();
        _ = await service.PlanDeployAsync(request, CancellationToken.None); // compiles; not measured
        for (var plan = 0; plan < Plans; plan++)
        {
            var clock = Stopwatch.StartNew();
            _ = await service.PlanDeployAsync(request, CancellationToken.None);
            times.Add(clock.Elapsed);
        }

        table.Add("the plan of a deploy", times, limit: Limit.P95(TimeSpan.FromMilliseconds(300)));
    }

    private sealed class Silence : IDeliveryOutput
    {
        public void Info(string message)
        {
            // Only the time is asked for.
        }

        public void Success(string message) => Info(message);

        public void Warn(string message) => Info(message);

        public void Error(string message) => Info(message);

        public void Data(string line) => Info(line);
    }
}
