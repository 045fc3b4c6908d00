using System.Text.RegularExpressions;
using FinanceHub.Hosts.Tests.Hosting;
using FinanceHub.Testing;

namespace FinanceHub.Hosts.Tests.Worker;

[Collection(ServicesOnSqlite.Name)]
public sealed partial class MetricsTests(ServicesOnSqlite services)
{
    [Fact]
    public async Task How_often_a_job_ran_how_long_it_took_and_how_it_ended_can_be_scraped()
    {
        using var worker = services.CreateWorkerClient();
        var text = "";

        await Eventually.TrueAsync(
            async () =>
            {
                text = await worker.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
                return Runs().IsMatch(text);
            },
            "a run of the price refresh among the metrics");

        var took = Took().Match(text);
        took.Success.ShouldBeTrue(text);
        double.Parse(took.Groups["seconds"].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        text.ShouldContain("financehub_worker_outbox_pending");
    }

    [Fact]
    public async Task Customers_do_not_find_them()
    {
        using var api = services.CreateApiClient();
        using var web = services.CreateBrowser();

        ((int)(await api.GetAsync("/metrics", TestContext.Current.CancellationToken)).StatusCode).ShouldBe(404);
        ((int)(await web.GetAsync("/metrics", TestContext.Current.CancellationToken)).StatusCode).ShouldBe(404);
    }

    [GeneratedRegex("""^financehub_worker_job_runs_total\{(?=[^}]*kind="price-refresh")(?=[^}]*outcome="succeeded")[^}]*\} [1-9]""", RegexOptions.Multiline)]
    private static partial Regex Runs();

    [GeneratedRegex("""^financehub_worker_job_duration_seconds_sum\{(?=[^}]*kind="price-refresh")(?=[^}]*outcome="succeeded")[^}]*\} (?<seconds>[0-9.eE+-]+)""", RegexOptions.Multiline)]
    private static partial Regex Took();
}
