using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FinanceHub.Testing;
using FinanceHub.Testing.Clones;

namespace FinanceHub.EndToEnd.Tests;

[Collection(OneClone.Name)]
public sealed class FrontDoorTests(OneClone fixture)
{
    private readonly FreshClone _clone = fixture.Clone;

    [Fact]
    public async Task A_second_call_compiles_nothing_and_neither_does_a_touched_file()
    {
        (await _clone.BuildAsync("--help")).ShouldSucceed();
        var compiled = Compiled();

        File.SetLastWriteTimeUtc(Path.Combine(_clone.Root, "build", "Build.cs"), DateTime.UtcNow);
        (await _clone.BuildAsync("--help")).ShouldSucceed();

        Compiled().ShouldBe(compiled);
    }

    [Fact]
    public async Task Help_leaves_nothing_changed_so_the_committed_schema_is_the_current_one()
    {
        (await _clone.BuildAsync("--help")).ShouldSucceed().Output.ShouldContain("Deploy");

        (await Shell.RunAsync(_clone.Root, ["git", "status", "--porcelain", ".nuke"])).ShouldSucceed().Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_input_is_compiled_once_by_two_calls_at_once()
    {
        (await _clone.BuildAsync("--help")).ShouldSucceed();
        var before = Compiled();
        using var change = new Change(Path.Combine(_clone.Root, "build", "Build.cs"), text => text + "\n// changed\n");

        var both = await Task.WhenAll(_clone.BuildAsync("--help"), _clone.BuildAsync("--help"));

        both.ShouldAllBe(answer => answer.ExitCode == 0);
        Compiled().Except(before).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_build_that_does_not_compile_says_where_and_keeps_no_half_of_it()
    {
        (await _clone.BuildAsync("--help")).ShouldSucceed();
        using var change = new Change(Path.Combine(_clone.Root, "build", "Build.cs"), text => text + "\nnonsense\n");
        var before = Compiled();

        var answer = await _clone.BuildAsync("--help");

        answer.ShouldFailWith(31, "The build project does not compile");
        answer.Output.ShouldContain("Build.cs(");
        Compiled().ShouldBe(before);
    }

    [Fact]
    public async Task An_engine_that_does_not_exist_is_refused()
    {
        var answer = await Shell.RunAsync(_clone.Root, ["./build.sh", "--help"], With("NUKE_ENGINE", "packges"));

        answer.ShouldFailWith(2, "NUKE_ENGINE is 'packges'; it must be 'packages' or 'embedded'");
    }

    [Fact]
    public async Task A_network_that_swallows_packets_does_not_hang_the_choice_of_the_engine()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0); // accepts in the kernel, never answers
        silent.Start();
        var elsewhere = await _clone.AnotherAsync("silent network");
        File.Delete(Path.Combine(elsewhere, ".nuke", "temp", "engine"));
        await File.WriteAllTextAsync(Path.Combine(elsewhere, "nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"silent\" value=\"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/index.json\" allowInsecureConnections=\"true\" /></packageSources></configuration>",
            TestContext.Current.CancellationToken);

        var answer = await Shell.RunAsync(elsewhere, ["./build.sh", "--help"], With("FINANCEHUB_ENGINE_PROBE_SECONDS", "3"));

        answer.Output.ShouldContain("running on the embedded engine");
        (await File.ReadAllTextAsync(Path.Combine(elsewhere, ".nuke", "temp", "engine"), TestContext.Current.CancellationToken)).ShouldBe("embedded");
    }

    [Fact]
    public async Task A_missing_sdk_is_installed_into_the_clone_and_used()
    {
        var elsewhere = await _clone.AnotherAsync("no sdk");
        await AskForAnotherSdk(elsewhere);
        var script = Path.Combine(elsewhere, "install.sh");
        // Stands for the vendor's script: it lays out an SDK of the asked version from the one that is here.
        await File.WriteAllTextAsync(script, $$"""
            while [ $# -gt 0 ]; do case $1 in --install-dir) dir=$2; shift ;; esac; shift; done
            here="{{Sdk.Root}}"
            mkdir -p "$dir/sdk" && cp "$here/dotnet" "$dir/" && ln -s "$here/host" "$here/shared" "$here/packs" "$dir/"
            ln -s "$here/sdk/{{Sdk.Version}}" "$dir/sdk/10.7.100"
            """, TestContext.Current.CancellationToken);

        var answer = await Shell.RunAsync(elsewhere, ["./build.sh", "--help"], With("FINANCEHUB_SDK_SCRIPT", script));

        answer.ShouldSucceed().Output.ShouldContain("installing it into .nuke/temp/dotnet");
        Directory.Exists(Path.Combine(elsewhere, ".nuke", "temp", "dotnet", "sdk", "10.7.100")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_missing_sdk_that_cannot_be_installed_is_one_sentence()
    {
        var elsewhere = await _clone.AnotherAsync("no sdk at all");
        await AskForAnotherSdk(elsewhere);

        var answer = await Shell.RunAsync(elsewhere, ["./build.sh", "--help"], With("FINANCEHUB_SDK_SCRIPT", "http://127.0.0.1:9/install.sh"));

        answer.ShouldFailWith(30, "No .NET SDK 10.7 was found and it could not be installed");
        Directory.EnumerateFileSystemEntries(Path.Combine(elsewhere, ".nuke", "temp"), "dotnet.*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_ends_the_target_that_runs_and_leaves_nothing_half_made()
    {
        (await _clone.BuildAsync("--help")).ShouldSucceed();
        // Of a commit that was built there would be nothing to do.
        using var change = new Change(Path.Combine(_clone.Root, "src", "FinanceHub.Web", "wwwroot", "app.css"), text => text + "/* changed */");
        using var process = Shell.Start(_clone.Root, ["./build.sh", "Bundle"]);
        var finish = Shell.FinishAsync(process, Stopwatch.StartNew());
        var releases = Path.Combine(_clone.Root, "artifacts", "releases");
        await Eventually.TrueAsync(() => Directory.Exists(releases) && Directory.EnumerateDirectories(releases, ".staging-*").Any(), "the bundle is being made");

        (await Shell.RunAsync(_clone.Root, ["kill", "-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])).ShouldSucceed();

        var answer = await finish;
        answer.ExitCode.ShouldBe(130, answer.Output);
        Directory.EnumerateDirectories(releases, ".staging-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_signal_that_only_the_build_gets_ends_the_tool_that_runs_too()
    {
        (await _clone.BuildAsync("--help")).ShouldSucceed();
        using var process = Shell.Start(_clone.Root, ["./build.sh", "Compile"]);
        var finish = Shell.FinishAsync(process, Stopwatch.StartNew());
        var id = process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] children = ["pgrep", "-P", id, "-f", "dotnet (restore|build)"];
        await Eventually.TrueAsync(() => finish.IsCompleted || Shell.RunAsync(_clone.Root, children).GetAwaiter().GetResult().ExitCode == 0, "a tool runs");

        (await Shell.RunAsync(_clone.Root, ["kill", "-TERM", id])).ShouldSucceed();

        var answer = await finish;
        answer.ExitCode.ShouldBe(143, answer.Output);
        (await Shell.RunAsync(_clone.Root, children)).ExitCode.ShouldBe(1);
    }

    private string[] Compiled() => [.. Directory.EnumerateDirectories(Path.Combine(_clone.Root, ".nuke", "temp", "build"))
        .Where(directory => !Path.GetFileName(directory).StartsWith("work-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> With(string name, string value) => new(Shell.BareEnvironment) { [name] = value };

    private static async Task AskForAnotherSdk(string root)
    {
        var file = Path.Combine(root, "global.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"10.0.100\"", "\"10.7.100\"", StringComparison.Ordinal));
    }
}
