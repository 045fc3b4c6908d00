using System.Diagnostics;
using System.Globalization;
using System.Net;
using FinanceHub.Testing;
using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests.Runbooks;

/// <summary>Somebody on call who follows a page of the runbooks in a clone, and what goes wrong there meanwhile. The commits of it are gone at the end.</summary>
internal sealed class RunbookWalk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FreshClone _clone;
    private readonly Page _page;
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly HttpClient _client;
    private readonly List<Process> _deployers = [];
    private readonly string _start;

    private RunbookWalk(FreshClone clone, string page, string start)
    {
        (_clone, _page, _start) = (clone, new Page($"runbooks/{page}"), start);
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{clone.Port}"), Timeout = Patience };
    }

    /// <param name="clone">Where.</param>
    /// <param name="page">Below runbooks.</param>
    public static async Task<RunbookWalk> BeginAsync(FreshClone clone, string page) =>
        new(clone, page, (await Shell.RunAsync(clone.Root, ["git", "rev-parse", "HEAD"])).ShouldSucceed().Output.Trim());

    private string Ledger => Path.Combine(_clone.Root, ".state", "local", "ledger.jsonl");

    /// <summary>Runs the block below a heading as the reader does: in the shell in which the blocks before were run.</summary>
    public async Task<Answer> FollowAsync(string heading)
    {
        _followed.Add(heading);
        return (await RunAsync(_page.SetBefore(heading) + _page.Commands(heading).ShouldHaveSingleItem())).ShouldSucceed();
    }

    /// <summary>A page of which a block was not run is not tested.</summary>
    public void ShouldBeFollowedWhole() => _page.Headings.ShouldBe(_followed, ignoreOrder: true);

    /// <summary>Runs what somebody else types.</summary>
    public Task<Answer> RunAsync(string commands) => Shell.RunAsync(_clone.Root, ["bash", "-euo", "pipefail", "-c", commands], Environment());

    /// <summary>Commits a change of a source file.</summary>
    /// <param name="message">What is said of it.</param>
    /// <param name="file">Below src.</param>
    /// <param name="edit">What becomes of its text.</param>
    public async Task CommitAsync(string message, string file, Func<string, string> edit)
    {
        var path = Path.Combine(_clone.Root, "src", file);
        var (before, after) = (await File.ReadAllTextAsync(path), edit(await File.ReadAllTextAsync(path)));
        after.ShouldNotBe(before, $"{file} does not have what is to be changed");
        await File.WriteAllTextAsync(path, after);
        await _clone.CommitAsync(message);
    }

    /// <summary>A commit that changes a page visibly.</summary>
    public Task CommitVisibleAsync(string words) => CommitAsync(words, Path.Combine("FinanceHub.Web", "Layout", "MainLayout.razor"), text => text.Replace("</footer>", $" {words}</footer>", StringComparison.Ordinal));

    /// <summary>Commits a migration of hand-written SQL.</summary>
    /// <param name="name">A C# name; it is what the migration is called.</param>
    /// <param name="up">What it does.</param>
    public async Task CommitMigrationAsync(string name, string up)
    {
        await File.WriteAllTextAsync(Path.Combine(_clone.Root, "src", "FinanceHub.Data.Sqlite", "Migrations", $"29990101000000_{name}.cs"), $$"""
            using Microsoft.EntityFrameworkCore.Infrastructure;
            using Microsoft.EntityFrameworkCore.Migrations;

            namespace FinanceHub.Data.Sqlite.Migrations;

            [DbContext(typeof(FinanceHubDbContext))]
            [Migration("29990101000000_{{name}}")]
            internal sealed class {{name}} : Migration
            {
                protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("{{up}}");

                protected override void Down(MigrationBuilder migrationBuilder)
                {
                }
            }
            """);
        await _clone.CommitAsync(name);
    }

    /// <summary>Changes a file of every release that is stored but of the one that serves.</summary>
    /// <param name="serving">The id of that one.</param>
    public void DamageAllBut(string serving)
    {
        var others = Directory.EnumerateDirectories(Path.Combine(_clone.Root, ".state", "local", "releases")).Where(release => Path.GetFileName(release) != serving).ToList();
        others.ShouldNotBeEmpty();
        others.ForEach(release => File.AppendAllText(Directory.EnumerateFiles(Path.Combine(release, "api"), "*.dll").First(), "x"));
    }

    /// <summary>The release that customers are on.</summary>
    public async Task<string> ServingAsync()
    {
        using var answer = await _client.GetAsync("/", TestContext.Current.CancellationToken);
        return answer.Headers.GetValues("X-Release-Id").Single();
    }

    /// <summary>Runs the commands in the table below a heading, each by itself, in their order.</summary>
    public async Task FollowTableAsync(string heading)
    {
        foreach (var command in _page.TableCommands(heading))
        {
            (await RunAsync(_page.SetBefore(heading) + string.Concat(_page.Commands(heading).Select(block => block + "\n")) + command)).ShouldSucceed();
        }
    }

    /// <summary>Starts a deploy and sends it a signal in the middle of it. Whatever becomes of the test, it ends with the walk.</summary>
    public async Task<(Process Process, Task<Answer> End)> DeployUntilAsync(string signal)
    {
        var rows = Rows();
        var process = Shell.Start(_clone.Root, ["./build.sh", "Deploy"], Environment());
        _deployers.Add(process);
        var end = Shell.FinishAsync(process, Stopwatch.StartNew());
        await Eventually.TrueAsync(() => end.IsCompleted || Rows() > rows, "the deploy has begun", Patience * 12);
        // Not in the middle of that write: whoever is stopped there keeps the lock of it, which nobody can break.
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        end.IsCompleted.ShouldBeFalse(end.IsCompleted ? (await end).Output : "");
        await SignalAsync(process, signal);
        return (process, end);
    }

    public async Task SignalAsync(Process process, string signal) =>
        (await Shell.RunAsync(_clone.Root, ["kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)])).ShouldSucceed();

    /// <summary>What customers see.</summary>
    public async Task<string> SeenAsync()
    {
        using var answer = await _client.GetAsync("/", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        foreach (var deployer in _deployers)
        {
            // One that is suspended would keep the environment from being stopped.
            deployer.Kill(entireProcessTree: true);
            deployer.Dispose();
        }

        (await Shell.RunAsync(_clone.Root, ["git", "reset", "--quiet", "--hard", _start])).ShouldSucceed();
    }

    private int Rows() => File.Exists(Ledger) ? File.ReadLines(Ledger).Count() : 0;

    // git asks who reverts; whoever is on call has told theirs.
    private Dictionary<string, string> Environment() => new(Shell.BareEnvironment)
    {
        ["PORT"] = _clone.Port.ToString(CultureInfo.InvariantCulture),
        ["GIT_AUTHOR_NAME"] = "Test",
        ["GIT_AUTHOR_EMAIL"] = "test@localhost",
        ["GIT_COMMITTER_NAME"] = "Test",
        ["GIT_COMMITTER_EMAIL"] = "test@localhost",
    };
}
