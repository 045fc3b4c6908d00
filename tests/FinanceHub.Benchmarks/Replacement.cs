using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinanceHub.Testing;
using FinanceHub.Testing.Clones;
using FinanceHub.Testing.Load;

namespace FinanceHub.Benchmarks;

/// <summary>Deploys and rollbacks under a constant load of keep-alive requests through the gateway; one lost request is one too many.</summary>
internal static class Replacement
{
    private const int Rounds = 5;

    // Of each command; together more than ten thousand.
    private const int Requests = 2_200;

    public static async Task MeasureAsync(FreshClone clone, Table table)
    {
        var (deploys, rollbacks, canary) = (new Samples(), new Samples(), new Samples());
        var idle = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            await BundleAsync(clone, round);
            await deploys.AddAsync(clone, "Deploy");
            var left = await ServingAsync(clone);
            await rollbacks.AddAsync(clone, "Rollback");
            idle.Add((await clone.BuildAsync("Rollback", "--env", "local", "--to", left)).Require().Elapsed);
        }

        await UseDefaultBakeAsync(clone);
        await BundleAsync(clone, Rounds);
        await Planning.MeasureAsync(clone, table);
        await canary.AddAsync(clone, "Deploy", "--strategy", "canary");
        deploys.Report("`Deploy` of the next release, bundle built", table);
        rollbacks.Report("`Rollback` under that load, command to its end", table, Limit.Slowest(TimeSpan.FromSeconds(3)));
        table.Add("`Rollback --to` the release that was left, nothing of it warm, without load", idle);
        canary.Report("`Deploy --strategy canary` with the steps and the bake that are the default", table, Limit.Slowest(TimeSpan.FromMinutes(1)));
    }

    /// <summary>The environment of a developer bakes for less than the default.</summary>
    private static async Task UseDefaultBakeAsync(FreshClone clone)
    {
        var file = Path.Combine(clone.Root, ".nuke", "environments", "local.json");
        var environment = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        environment["strategy"]!.AsObject().Remove("bake");
        await File.WriteAllTextAsync(file, environment.ToJsonString());
    }

    /// <summary>Compiling is not replacing: done before the clock starts.</summary>
    private static async Task BundleAsync(FreshClone clone, int round)
    {
        await File.AppendAllTextAsync(Path.Combine(clone.Root, "src", "FinanceHub.Web", "wwwroot", "app.css"), string.Create(CultureInfo.InvariantCulture, $"/* round {round} */\n"));
        await clone.CommitAsync("A change");
        (await clone.BuildAsync("Bundle")).Require();
    }

    private static async Task<string> ServingAsync(FreshClone clone)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{clone.Port}/"));
        return answer.Headers.GetValues("X-Release-Id").Single();
    }

    private sealed class Samples
    {
        private readonly List<TimeSpan> _commands = [];
        private readonly List<TimeSpan> _slowest = [];
        private readonly List<TimeSpan> _switches = [];
        private readonly List<TimeSpan> _verified = [];
        private long _requests;
        private long _failed;

        public async Task AddAsync(FreshClone clone, string target, params string[] more)
        {
            var before = (await LedgerAsync(clone)).Length;
            await using var load = KeepAliveLoad.Start(new LoadOptions
            {
                Target = new IPEndPoint(IPAddress.Loopback, clone.Port),
                Connections = 8,
                Paths = ["/api/v1/system/workers", "/"],
                // Constant, not saturating: on two cores the load would otherwise take what the release needs to start.
                ThinkTime = TimeSpan.FromMilliseconds(40),
            });
            var command = (await clone.BuildAsync([target, "--env", "local", .. more])).Require();
            _commands.Add(command.Elapsed);
            await Eventually.TrueAsync(() => load.Requests >= Requests, "enough requests, also after the command");
            var report = await load.StopAsync();
            _slowest.Add(report.Maximum);
            _requests += report.Succeeded + report.Broken + report.HttpErrors.Values.Sum();
            _failed += report.Broken + report.HttpErrors.Values.Sum();
            var rows = (await LedgerAsync(clone)).Skip(before).ToList();
            _switches.AddRange(rows.Select(row => Duration(row, step => step == "switch")).OfType<TimeSpan>());
            // What comes after that is tidying up: customers have a release that was found to work.
            _verified.AddRange(rows.Select(row => Duration(row, step => step is "drain" or "stopOld")).OfType<TimeSpan>().Select(after => command.Elapsed - after));
        }

        public void Report(string what, Table table, Limit? limit = null)
        {
            table.Add(what, _commands, string.Create(CultureInfo.InvariantCulture, $"{_requests} requests on 8 connections, {_failed} failed"), limit);
            table.Require(_failed == 0, string.Create(CultureInfo.InvariantCulture, $"{what}: expected no failed request, found {_failed} of {_requests}"));
            table.Add("— of it until the release was verified at the public address, at most", _verified);
            table.Add("— of it the switch of traffic", _switches);
            table.Add("— slowest request of each", _slowest);
        }

        private static Task<string[]> LedgerAsync(FreshClone clone) => File.ReadAllLinesAsync(Path.Combine(clone.Root, ".state", "local", "ledger.jsonl"));

        private static TimeSpan? Duration(string row, Func<string, bool> which)
        {
            using var document = JsonDocument.Parse(row);
            return document.RootElement.TryGetProperty("durations", out var durations)
                ? TimeSpan.FromMilliseconds(durations.EnumerateObject().Where(step => which(step.Name)).Sum(step => step.Value.GetDouble()))
                : null;
        }
    }
}
