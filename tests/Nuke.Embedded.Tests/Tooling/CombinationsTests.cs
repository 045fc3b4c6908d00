using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Embedded.Tests.Tooling;

public sealed class CombinationsTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_options()
    {
        var results = Run(["a", "b", "c"], x => Line(x.ProjectFile!), degreeOfParallelism: 3);

        results.Select(x => $"{x.Settings.ProjectFile} {x.Output.StdToText()}").ShouldBe(["a a", "b b", "c c"]);
    }

    [Fact]
    public void A_failure_ends_the_rest()
    {
        var seen = new List<string>();

        Should.Throw<AggregateException>(() => Run(["a", "b", "c"], x => FailOn(x, "a", seen))).InnerExceptions.Single().Message.ShouldBe("a");

        seen.ShouldBe(["a"]);
    }

    [Fact]
    public void On_request_the_others_run_nevertheless()
    {
        var seen = new List<string>();

        Should.Throw<AggregateException>(() => Run(["a", "b", "c"], x => FailOn(x, "ac", seen), completeOnFailure: true))
            .InnerExceptions.Select(x => x.Message).ShouldBe(["a", "c"], ignoreOrder: true);

        seen.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task As_many_run_at_once_as_allowed()
    {
        using var together = new Barrier(2);

        var results = await Task.Run(
            () => Run(["a", "b"], x => together.SignalAndWait(TimeSpan.FromSeconds(5)) ? Line(x.ProjectFile!) : [], degreeOfParallelism: 2),
            TestContext.Current.CancellationToken);

        results.ShouldAllBe(x => x.Output.Count == 1);
    }

    [Fact]
    public void Output_of_parallel_runs_is_shown_run_by_run_without_secrets()
    {
        var shown = new List<string>();

        Combinations.Execute(
            new DotNetTestSettings().AddProcessRedactedSecrets("hidden").CombineWith(["a", "b"], (_, v) => _.SetProjectFile(v)),
            x => [.. Line($"{x.ProjectFile}1"), .. Line($"{x.ProjectFile}2 hidden")],
            (_, text) => shown.Add(text),
            degreeOfParallelism: 2,
            completeOnFailure: false);

        string.Join(' ', shown).ShouldBeOneOf("a1 a2 [REDACTED] b1 b2 [REDACTED]", "b1 b2 [REDACTED] a1 a2 [REDACTED]");
    }

    private static Output[] Line(string text) => [new Output { Type = OutputType.Std, Text = text }];

    private static Output[] FailOn(DotNetTestSettings settings, string failing, List<string> seen)
    {
        seen.Add(settings.ProjectFile!);
        return failing.Contains(settings.ProjectFile!, StringComparison.Ordinal) ? throw new InvalidOperationException(settings.ProjectFile) : [];
    }

    private static IReadOnlyCollection<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> Run(
        string[] projects,
        Func<DotNetTestSettings, IReadOnlyCollection<Output>> execute,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false) =>
        Combinations.Execute(
            new DotNetTestSettings().CombineWith(projects, (_, v) => _.SetProjectFile(v)),
            execute,
            (_, _) => { },
            degreeOfParallelism,
            completeOnFailure);
}
