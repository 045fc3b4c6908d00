using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Metrics;

namespace FinanceHub.Delivery.Tests.Metrics;

/// <summary>Ledgers whose five figures were worked out by hand.</summary>
public sealed class DoraMetricsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_an_empty_ledger_nothing_is_evaluated() =>
        Of([]).ShouldAllBe(metric => metric.Value == null && metric.NotEvaluated != null && metric.Samples == 0);

    [Fact]
    public void Deploys_that_never_had_traffic_are_no_deployments() =>
        Of([Row(1, LedgerEvent.DeployFailed, "a") with { ExitCode = ExitCode.HostCrashed }]).ShouldAllBe(metric => metric.Value == null);

    [Fact]
    public void Good_deployments_fail_never_and_recovery_has_no_sample()
    {
        var metrics = Of([Row(1, LedgerEvent.DeploySucceeded, "a"), Row(3, LedgerEvent.DeploySucceeded, "b")]);

        Value(metrics, "change lead time").ShouldBe(3600);
        Value(metrics, "deployment frequency").ShouldBe(0.2);
        Value(metrics, "change fail rate").ShouldBe(0);
        Value(metrics, "deployment rework rate").ShouldBe(0);
        metrics.Single(metric => metric.Name == "failed deployment recovery time").NotEvaluated.ShouldNotBeNull();
    }

    [Fact]
    public void A_release_that_a_rollback_leaves_has_failed_and_the_next_deployment_is_rework()
    {
        var metrics = Of(
        [
            Row(1, LedgerEvent.DeploySucceeded, "a"),
            Row(2, LedgerEvent.DeploySucceeded, "b"),
            Row(2, LedgerEvent.RollbackSucceeded, "a") with { At = Start.AddDays(2).AddMinutes(10), Previous = "b" },
            Row(3, LedgerEvent.DeploySucceeded, "c"),
            Row(4, LedgerEvent.DeploySucceeded, "d"),
        ]);

        Value(metrics, "deployment frequency").ShouldBe(0.4);
        Value(metrics, "failed deployment recovery time").ShouldBe(600);
        Value(metrics, "change fail rate").ShouldBe(25);
        Value(metrics, "deployment rework rate").ShouldBe(25);
        metrics.Single(metric => metric.Name == "change lead time").Samples.ShouldBe(3);
    }

    [Fact]
    public void A_deploy_that_put_the_traffic_back_has_failed_for_as_long_as_customers_had_it()
    {
        var metrics = Of(
        [
            Row(1, LedgerEvent.DeploySucceeded, "a"),
            Row(2, LedgerEvent.DeployFailed, "b") with { ExitCode = ExitCode.RolledBack, Durations = new Dictionary<string, double> { ["copy"] = 9000, ["switch"] = 1000, ["bake"] = 4000 } },
        ]);

        Value(metrics, "failed deployment recovery time").ShouldBe(5);
        Value(metrics, "change fail rate").ShouldBe(50);
    }

    [Fact]
    public void A_deploy_that_was_aborted_before_it_had_traffic_is_none_and_one_that_was_interrupted_under_traffic_is()
    {
        var deployments = Deployment.Of(
        [
            Row(1, LedgerEvent.DeploySucceeded, "a"),
            Row(2, LedgerEvent.DeployFailed, "b") with { ExitCode = ExitCode.RolledBack, Durations = new Dictionary<string, double> { ["copy"] = 9000, ["start"] = 100 } },
            Row(3, LedgerEvent.DeployFailed, "c") with { ExitCode = ExitCode.Interrupted, Durations = new Dictionary<string, double> { ["shift"] = 1000, ["bake"] = 2000 } },
        ]);

        deployments.Where(deployment => deployment.Failed).ShouldHaveSingleItem().Row.Release.ShouldBe("c");
    }

    [Fact]
    public void Of_a_deploy_that_was_killed_the_recovery_counts_from_its_start_and_not_from_when_the_next_command_found_it()
    {
        var deployments = Deployment.Of(
        [
            Row(1, LedgerEvent.DeploySucceeded, "a") with { Durations = new Dictionary<string, double>() },
            Row(2, LedgerEvent.DeployStarted, "b") with { Operation = "killed" },
            Row(3, LedgerEvent.DeploySucceeded, "b") with { Operation = "killed" },
            Row(3, LedgerEvent.RollbackSucceeded, "a") with { Previous = "b" },
        ]);

        deployments[^1].Recovery.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_release_that_a_rollback_brought_back_is_in_service_from_then_on()
    {
        var deployments = Deployment.Of(
        [
            Row(1, LedgerEvent.DeploySucceeded, "a"),
            Row(5, LedgerEvent.DeploySucceeded, "b"),
            Row(6, LedgerEvent.RollbackSucceeded, "a") with { Previous = "b" },
            Row(8, LedgerEvent.RollbackSucceeded, "b") with { Previous = "a" },
        ]);

        deployments.Select(deployment => deployment.Recovery).ShouldBe([TimeSpan.FromDays(2), TimeSpan.FromDays(1)]);
    }

    [Fact]
    public void Where_all_had_to_be_taken_back_that_is_why_there_is_no_lead_time() =>
        Of([Row(1, LedgerEvent.DeploySucceeded, "a"), Row(2, LedgerEvent.RollbackSucceeded, "z") with { Previous = "a" }])
            .Single(metric => metric.Name == "change lead time").NotEvaluated.ShouldBe("every deployment of this time had to be taken back");

    [Fact]
    public void Two_rollbacks_in_a_row_mean_two_failed_deployments()
    {
        var deployments = Deployment.Of(
        [
            Row(1, LedgerEvent.DeploySucceeded, "a"),
            Row(2, LedgerEvent.DeploySucceeded, "b"),
            Row(3, LedgerEvent.DeploySucceeded, "c"),
            Row(4, LedgerEvent.RollbackSucceeded, "b") with { Previous = "c" },
            Row(5, LedgerEvent.RollbackSucceeded, "a") with { Previous = "b" },
        ]);

        deployments.Where(deployment => deployment.Failed).Select(deployment => deployment.Row.Release).ShouldBe(["b", "c"]);
        // Customers had b again from day 4 on.
        deployments[1].Recovery.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void What_was_before_the_time_that_is_looked_at_does_not_count() =>
        Value(Of([Row(-1, LedgerEvent.DeploySucceeded, "a"), Row(1, LedgerEvent.DeploySucceeded, "b")]), "deployment frequency").ShouldBe(0.1);

    [Fact]
    public void Commits_whose_times_are_not_known_leave_the_lead_time_out() =>
        DoraMetrics.Of(Deployment.Of([Row(1, LedgerEvent.DeploySucceeded, "a")]), Start, Start.AddDays(10), _ => [])[0].NotEvaluated.ShouldNotBeNull().ShouldContain("not known");

    // Ten days; each commit is an hour older than its deployment.
    private static IReadOnlyList<DeliveryMetric> Of(IReadOnlyList<LedgerRow> rows) =>
        DoraMetrics.Of(Deployment.Of(rows), Start, Start.AddDays(10), deployment => [deployment.Row.At.AddHours(-1)]);

    private static double? Value(IReadOnlyList<DeliveryMetric> metrics, string name) => metrics.Single(metric => metric.Name == name).Value;

    private static LedgerRow Row(int day, LedgerEvent what, string release) => new()
    {
        At = Start.AddDays(day),
        Event = what,
        Operation = $"{day}",
        Release = release,
        Commit = release,
        Actor = "ann@host",
    };
}
