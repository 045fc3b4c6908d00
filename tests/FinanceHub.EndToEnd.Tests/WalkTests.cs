using System.Globalization;
using System.Net;
using System.Text.Json;
using FinanceHub.Testing;
using FinanceHub.Testing.Clones;
using FinanceHub.Testing.Load;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>
/// The README's walk by the README's own commands, on a fresh clone and a bare environment: deploy, use it, deploy a
/// visibly changed version under load, roll back under load, kill the API, stop.
/// </summary>
[Collection(OneClone.Name)]
public sealed class WalkTests(OneClone fixture) : IDisposable
{
    // As the first step of a change that spans releases: the old release knows nothing of it.
    private const string AnotherMigration = """

        namespace FinanceHub.Data.Sqlite.Migrations
        {
            /// <summary>A column that nothing uses yet.</summary>
            [Microsoft.EntityFrameworkCore.Infrastructure.DbContext(typeof(FinanceHubDbContext))]
            [Migration("20990101000000_Rehearsed")]
            public class Rehearsed : Migration
            {
                /// <inheritdoc />
                protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Rehearsed", "Portfolios", nullable: true);

                /// <inheritdoc />
                protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("Rehearsed", "Portfolios");
            }
        }

        """;

    private readonly FreshClone _clone = fixture.Clone;
    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://127.0.0.1:{fixture.Clone.Port}"), Timeout = TimeSpan.FromSeconds(10) };

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_fresh_clone_is_deployed_used_replaced_and_rolled_back_under_load_survives_a_crash_and_stops()
    {
        var blocks = new Page("README.md").Commands("Start");
        (await Run(blocks[0])).ShouldSucceed().Output.ShouldContain($"http://127.0.0.1:{_clone.Port}");
        var first = await Serving();
        using var smoke = JsonDocument.Parse((await Run($"./build.sh Smoke --address http://127.0.0.1:{_clone.Port} --json 2>/dev/null")).ShouldSucceed().Output);
        smoke.RootElement.GetProperty("checks").EnumerateArray().ShouldAllBe(check => check.GetProperty("verdict").GetString() == "pass", "by its address alone, as from anywhere");

        var used = (await Run(blocks[1])).ShouldSucceed().Output;
        used.ShouldContain("\"symbol\":\"ACME\"");
        var pageBefore = await _client.GetStringAsync("/", TestContext.Current.CancellationToken);

        var layout = Directory.EnumerateFiles(Path.Combine(_clone.Root, "src", "FinanceHub.Web"), "MainLayout.razor", SearchOption.AllDirectories).ShouldHaveSingleItem();
        using var change = new Change(layout, text => text.Replace("</footer>", " A visible change</footer>", StringComparison.Ordinal));
        var migrations = Directory.EnumerateFiles(Path.Combine(_clone.Root, "src", "FinanceHub.Data.Sqlite", "Migrations"), "*_QuartzTables.cs").ShouldHaveSingleItem();
        using var migration = new Change(migrations, text => text + AnotherMigration);
        await _clone.CommitAsync("A visible change, and a column");
        var rehearsal = (await Run("./build.sh Rehearse --env local")).ShouldSucceed().Output;
        rehearsal.ShouldContain("20990101000000_Rehearsed");
        rehearsal.ShouldMatch("smoke N on the schema of N\\+1 +pass");
        (await Serving()).ShouldBe(first, "a rehearsal is played beside what serves");
        await UnderLoad(() => Run(blocks[0]));
        var second = await Serving();
        second.ShouldNotBe(first);
        (await _client.GetStringAsync("/", TestContext.Current.CancellationToken)).ShouldContain("A visible change");

        await UnderLoad(() => Run("./build.sh Rollback --env local"));
        (await Serving()).ShouldBe(first);
        (await _client.GetStringAsync("/", TestContext.Current.CancellationToken)).ShouldNotContain("A visible change");
        pageBefore.ShouldNotContain("A visible change");

        await KillTheApi();
        await Eventually.TrueAsync(async () => (await Get("/api/v1/system/workers")) == HttpStatusCode.OK, "the API answers again after it was killed");

        foreach (var command in blocks[2].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(command => !command.Contains("Rollback", StringComparison.Ordinal)))
        {
            (await Run(command)).ShouldSucceed();
        }

        await Should.ThrowAsync<HttpRequestException>(() => _client.GetAsync("/", TestContext.Current.CancellationToken));
    }

    private Task<Answer> Run(string commands) => Shell.RunAsync(_clone.Root, ["bash", "-euo", "pipefail", "-c", commands], Environment());

    private Dictionary<string, string> Environment() => new(Shell.BareEnvironment) { ["PORT"] = _clone.Port.ToString(CultureInfo.InvariantCulture) };

    private async Task UnderLoad(Func<Task<Answer>> command)
    {
        await using var load = KeepAliveLoad.Start(new LoadOptions { Target = new IPEndPoint(IPAddress.Loopback, _clone.Port), Connections = 8, Paths = ["/api/v1/system/workers", "/"] });
        (await command()).ShouldSucceed();
        var report = await load.StopAsync();

        report.Broken.ShouldBe(0, string.Join("; ", report.BrokenReasons));
        report.HttpErrors.ShouldBeEmpty();
        report.Succeeded.ShouldBeGreaterThan(100);
        report.ByRelease.Keys.ShouldNotContain("", "every answer says which release gave it");
    }

    private async Task<string> Serving()
    {
        using var answer = await _client.GetAsync("/api/v1/system/workers", TestContext.Current.CancellationToken);
        return answer.Headers.GetValues("X-Release-Id").Single();
    }

    private async Task<HttpStatusCode> Get(string path)
    {
        using var answer = await _client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task KillTheApi()
    {
        // Standard output is the document and nothing else: it can be piped.
        using var document = JsonDocument.Parse((await Run("./build.sh Status --env local --json 2>/dev/null")).ShouldSucceed().Output);
        var api = document.RootElement.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("service").GetString() == "api");
        (await Run($"kill -KILL {api.GetProperty("processId").GetInt32()}")).ShouldSucceed();
    }
}
