using System.Text.Json.Nodes;
using FinanceHub.Delivery.Gates;

namespace FinanceHub.Delivery.Tests.Gates;

public sealed class EvidenceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("evidence ").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_gate_that_holds_leaves_a_pass_with_its_figures()
    {
        new Evidence(_directory).Record("coverage", figures => figures["percent"] = 81);

        Read("coverage").ToJsonString().ShouldBe("""{"gate":"coverage","verdict":"pass","figures":{"percent":81}}""");
    }

    [Fact]
    public void A_gate_that_throws_leaves_a_fail_with_the_reason_and_the_failure_is_passed_on()
    {
        Should.Throw<DeliveryFailure>(() => new Evidence(_directory).Record("coverage", _ => throw new DeliveryFailure(ExitCode.Failed, "too little")));

        Read("coverage").ToJsonString().ShouldBe("""{"gate":"coverage","verdict":"fail","figures":{"reason":"too little"}}""");
    }

    [Fact]
    public void A_secret_in_a_reason_is_not_written()
    {
        var evidence = new Evidence(_directory, text => text.Replace("hunter2", "[REDACTED]", StringComparison.Ordinal));

        Should.Throw<DeliveryFailure>(() => evidence.Record("lint", _ => throw new DeliveryFailure(ExitCode.Failed, "refused hunter2")));

        Read("lint")["figures"]!["reason"]!.GetValue<string>().ShouldBe("refused [REDACTED]");
    }

    [Fact]
    public void While_a_gate_runs_the_last_runs_pass_does_not_stand_for_it()
    {
        var evidence = new Evidence(_directory);
        evidence.Record("coverage", _ => { });

        evidence.Record("coverage", _ => Read("coverage")["verdict"]!.GetValue<string>().ShouldBe("not-evaluated"));
    }

    [Theory]
    [InlineData(ExitCode.Interrupted)]
    [InlineData(ExitCode.Terminated)]
    public void A_gate_that_was_interrupted_neither_holds_nor_fails(ExitCode code)
    {
        Should.Throw<DeliveryFailure>(() => new Evidence(_directory).Record("lint", _ => throw new DeliveryFailure(code, "Interrupted.")));

        Read("lint")["verdict"]!.GetValue<string>().ShouldBe("not-evaluated");
    }

    [Fact]
    public void What_is_forgotten_is_gone_and_the_rest_stays()
    {
        var evidence = new Evidence(_directory);
        evidence.Record("tests", _ => { });
        evidence.Record("lint", _ => { });

        evidence.Forget("tests", "never-there");

        Directory.EnumerateFiles(_directory).Select(Path.GetFileName).ShouldBe(["lint.json"]);
        Should.NotThrow(() => new Evidence(Path.Combine(_directory, "nowhere")).Forget("tests"));
    }

    private JsonNode Read(string gate) => JsonNode.Parse(File.ReadAllText(Path.Combine(_directory, gate + ".json")))!;
}
