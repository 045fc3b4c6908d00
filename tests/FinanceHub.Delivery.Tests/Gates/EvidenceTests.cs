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
    public void While_a_gate_runs_the_last_runs_pass_does_not_stand_for_it()
    {
        var evidence = new Evidence(_directory);
        evidence.Record("coverage", _ => { });

        evidence.Record("coverage", _ => Read("coverage")["verdict"]!.GetValue<string>().ShouldBe("not-evaluated"));
    }

    private JsonNode Read(string gate) => JsonNode.Parse(File.ReadAllText(Path.Combine(_directory, gate + ".json")))!;
}
