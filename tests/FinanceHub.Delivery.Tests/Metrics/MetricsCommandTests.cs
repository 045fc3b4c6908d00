using System.Text.Json;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Metrics;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Metrics;

public sealed class MetricsCommandTests : IDisposable
{
    private readonly Rig _rig = new();

    public MetricsCommandTests() => Directory.CreateDirectory(_rig.State.Root);

    public void Dispose() => _rig.Abandon();

    [Fact]
    public async Task The_five_figures_and_a_marker_for_each_change_that_customers_had_are_told()
    {
        Happened(LedgerEvent.DeploySucceeded, "1.0.0-a", daysAgo: 100);
        Happened(LedgerEvent.DeploySucceeded, "1.1.0-b", daysAgo: 3);
        Happened(LedgerEvent.RollbackSucceeded, "1.0.0-a", daysAgo: 2, previous: "1.1.0-b");

        var report = await _rig.Service().MetricsAsync(new MetricsRequest { Days = 30 });

        report.Metrics.Select(metric => metric.Name).ShouldBe(
            ["change lead time", "deployment frequency", "failed deployment recovery time", "change fail rate", "deployment rework rate"], ignoreOrder: true);
        report.Metrics.Single(metric => metric.Name == "change fail rate").Value.ShouldBe(100);
        report.Markers.Select(marker => (marker.Kind, marker.Release)).ShouldBe([("deploy", "1.1.0-b"), ("rollback", "1.0.0-a")], "the oldest is not of these days");
        _rig.Said.ShouldContain("'local' in the last 30 days");
        _rig.Said.ShouldContain("100 %");
    }

    [Fact]
    public void As_json_it_is_one_document()
    {
        Happened(LedgerEvent.DeploySucceeded, "1.0.0-a", daysAgo: 1);

        var output = new Lines();

        new MetricsCommand(_rig.Context with { Output = output }).Run(new MetricsRequest { Days = 7, Json = true });

        var document = JsonDocument.Parse(string.Join('\n', output.Written)).RootElement;
        document.GetProperty("metrics").GetArrayLength().ShouldBe(5);
        document.GetProperty("markers")[0].GetProperty("release").GetString().ShouldBe("1.0.0-a");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MetricsRequest.MaximumDays + 1)]
    public async Task Days_that_cannot_be_are_refused(int days) =>
        (await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().MetricsAsync(new MetricsRequest { Days = days }))).Code.ShouldBe(ExitCode.Usage);

    [Fact]
    public async Task Nothing_is_counted_from_a_ledger_that_somebody_changed()
    {
        Happened(LedgerEvent.DeploySucceeded, "1.0.0-a", daysAgo: 1);
        File.WriteAllText(_rig.State.Ledger, File.ReadAllText(_rig.State.Ledger).Replace("1.0.0-a", "1.0.0-b", StringComparison.Ordinal));

        var refused = await Should.ThrowAsync<DeliveryFailure>(() => _rig.Service().MetricsAsync(new MetricsRequest { Days = 7 }));

        refused.Message.ShouldContain("nothing is counted from it");
        refused.Message.ShouldContain("History --env local --verify");
    }

    private void Happened(LedgerEvent what, string release, int daysAgo, string? previous = null) => _rig.Ledger.Append(new LedgerRow
    {
        At = DateTimeOffset.UtcNow.AddDays(-daysAgo),
        Event = what,
        Operation = $"{daysAgo}",
        Release = release,
        Previous = previous,
        Actor = "someone@somewhere",
        Durations = new Dictionary<string, double> { ["switch"] = 1 },
    });
}
