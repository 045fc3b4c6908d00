using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

/// <summary>What a user can get wrong: one sentence with what to do, an exit code of its own, and what runs goes on running.</summary>
[Collection(OneClone.Name)]
public sealed class BadInputTests(OneClone fixture) : IAsyncLifetime
{
    private readonly FreshClone _clone = fixture.Clone;

    /// <summary>Something has to run that can go on running.</summary>
    public async ValueTask InitializeAsync() => await fixture.DeployUnlessSomethingRunsAsync();

    /// <summary>Whatever the test did, the release that ran before still answers.</summary>
    public async ValueTask DisposeAsync() => (await fixture.AnswersAsync()).ShouldBeTrue();

    [Fact]
    public async Task An_unknown_target() =>
        (await _clone.BuildAsync("Deplyo")).ShouldFailWith(2, "Deploy");

    [Fact]
    public async Task An_unknown_parameter() =>
        (await _clone.BuildAsync("Deploy", "--prot", "9000")).ShouldFailWith(2, "--port");

    [Fact]
    public async Task An_unknown_environment() =>
        (await _clone.BuildAsync("Status", "--env", "locla")).ShouldFailWith(2, "local");

    [Fact]
    public async Task An_unknown_environment_or_port_stops_a_deploy_before_anything_is_built()
    {
        using var change = new Change(Path.Combine(_clone.Root, "src", "FinanceHub.Web", "wwwroot", "app.css"), text => text + "/* not built */\n");
        var releases = Path.Combine(_clone.Root, "artifacts", "releases");
        var before = Directory.GetDirectories(releases);

        (await _clone.BuildAsync("Deploy", "--env", "locla")).ShouldFailWith(2, "local");
        (await _clone.BuildAsync("Deploy", "--env", "local", "--state", Path.Combine(_clone.Root, ".state", "third"), "--port", "99999")).ShouldFailWith(2, "65535");

        Directory.GetDirectories(releases).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_deploy_without_its_bundle() =>
        (await _clone.BuildAsync("Deploy", "--env", "local", "--skip", "Bundle")).ShouldFailWith(2, "--skip");

    [Fact]
    public async Task A_purge_that_nobody_confirms() =>
        (await _clone.BuildAsync("Stop", "--env", "local", "--purge")).ShouldFailWith(23, "--yes");

    [Fact]
    public async Task An_answer_that_lies_about_in_the_environment_confirms_nothing_and_the_environment_is_named_first()
    {
        var answer = await Shell.RunAsync(_clone.Root, ["env", "YES=true", "Yes=true", "./build.sh", "Stop", "--env", "local", "--purge"]);

        answer.ShouldFailWith(23, "--yes");
        answer.Output.IndexOf("Environment: local (from ", StringComparison.Ordinal).ShouldBeInRange(0, answer.Output.IndexOf("--yes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unlocking_without_a_reason() =>
        (await _clone.BuildAsync("Unlock", "--env", "local")).ShouldFailWith(2, "--reason");

    [Fact]
    public async Task No_environment_at_all()
    {
        using var change = new Change(Path.Combine(_clone.Root, ".nuke", "parameters.json"), text => text.Replace(",\n  \"Env\": \"local\"", "", StringComparison.Ordinal));

        (await _clone.BuildAsync("Status")).ShouldFailWith(2, "--env NAME");
    }

    [Fact]
    public async Task A_malformed_parameters_file()
    {
        using var change = new Change(Path.Combine(_clone.Root, ".nuke", "parameters.json"), text => text.Replace("\"Env\":", "\"Env\"", StringComparison.Ordinal));

        (await _clone.BuildAsync("Status")).ShouldFailWith(10, "parameters.json");
    }

    [Fact]
    public async Task A_malformed_environment_file()
    {
        using var change = new Change(Path.Combine(_clone.Root, ".nuke", "environments", "local.json"), text => text.Replace("{", "{ nonsense", StringComparison.Ordinal));

        (await _clone.BuildAsync("Status")).ShouldFailWith(10, "local.json");
    }

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    public async Task Changes_that_are_not_committed_for_an_environment_that_others_use(params string[] more)
    {
        var file = Path.Combine(_clone.Root, ".nuke", "environments", "shared.json");
        await File.WriteAllTextAsync(file, """{ "platform": "process" }""", TestContext.Current.CancellationToken);
        try
        {
            (await _clone.BuildAsync(["Deploy", "--env", "shared", .. more])).ShouldFailWith(29, ".nuke/environments/shared.json");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_port_in_use()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        (await _clone.BuildAsync("Deploy", "--env", "local", "--state", Path.Combine(_clone.Root, ".state", "second"), "--port", port)).ShouldFailWith(13, port);
    }

    [Fact]
    public async Task A_state_directory_that_cannot_be_written() =>
        (await _clone.BuildAsync("Deploy", "--env", "local", "--state", "/proc/financehub", "--port", "0")).ShouldFailWith(14, "/proc/financehub");

    [Fact]
    public async Task No_git_history()
    {
        var elsewhere = await _clone.AnotherAsync("no history");
        Directory.Move(Path.Combine(elsewhere, ".git"), Path.Combine(elsewhere, "..", "no history.git"));

        (await Shell.RunAsync(elsewhere, ["./build.sh", "Deploy", "--env", "local"])).ShouldFailWith(11, "git init");
    }

    [Fact]
    public async Task A_shallow_clone()
    {
        var elsewhere = await _clone.AnotherAsync("shallow", "--depth", "1");

        (await Shell.RunAsync(elsewhere, ["./build.sh", "Deploy", "--env", "local"])).ShouldFailWith(12, "git fetch --unshallow");
    }
}
