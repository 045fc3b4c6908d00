using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Environments;

namespace FinanceHub.Delivery.Tests.Bakes;

public sealed class BakeComparisonTests
{
    private const int Runs = 1000;
    private static readonly BakeLimits Limits = new();

    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(150, 1000, 0.002)]
    [InlineData(400, 3600, 0.01)]
    [InlineData(1000, 1000, 0.05)]
    public void Two_samples_of_the_same_behaviour_are_no_breach(int fresh, int old, double errorRate)
    {
        var breaches = Verdicts(random => BakeComparison.Judge(Sample.Draw(random, fresh, errorRate), Sample.Draw(random, old, errorRate), Limits))
            .Count(verdict => verdict == BakeVerdict.Breach);

        // One in two hundred is what the test allows chance; twice that is beyond it.
        breaches.ShouldBeLessThanOrEqualTo(Runs / 100);
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(300, 2700)]
    public void Five_percent_of_errors_are_a_breach(int fresh, int old) =>
        Verdicts(random => BakeComparison.Judge(Sample.Draw(random, fresh, errorRate: 0.05), Sample.Draw(random, old), Limits))
            .Count(verdict => verdict == BakeVerdict.Breach).ShouldBeGreaterThan(Runs * 98 / 100);

    [Fact]
    public void Five_percent_of_errors_are_never_a_pass_on_the_smallest_samples_that_show_them() =>
        BakeComparison.Judge(
            Sample.Draw(new Random(1), 100) with { Errors = 5 }, Sample.Draw(new Random(2), 100), Limits).Verdict.ShouldBe(BakeVerdict.NotEvaluated);

    [Theory]
    [InlineData(100, 100)]
    [InlineData(100, 5000)]
    public void Ten_times_slower_is_a_breach(int fresh, int old) =>
        Verdicts(random => BakeComparison.Judge(Sample.Draw(random, fresh, median: 200), Sample.Draw(random, old), Limits)).ShouldAllBe(verdict => verdict == BakeVerdict.Breach);

    [Fact]
    public void How_quickly_it_answers_is_not_judged_by_too_few_answers_since_it_has_settled()
    {
        var slow = Sample.Draw(new Random(1), 500, median: 200);
        var settling = slow with { Latency = Sample.Draw(new Random(1), 99, median: 200).Latency };

        BakeComparison.Judge(slow, Sample.Draw(new Random(2), 500), Limits).Verdict.ShouldBe(BakeVerdict.Breach);
        var result = BakeComparison.Judge(settling, Sample.Draw(new Random(2), 500), Limits);

        result.Verdict.ShouldBe(BakeVerdict.NotEvaluated);
        result.Reason.ShouldBe("too few requests to tell how quickly it answers: 99 since it has settled, expected 100");
        BakeComparison.Judge(settling with { Errors = 250 }, Sample.Draw(new Random(2), 500), Limits).Verdict.ShouldBe(BakeVerdict.Breach, "errors count from the beginning");
    }

    [Fact]
    public void Ten_times_slower_or_all_failing_is_seen_early_and_the_same_behaviour_never_is()
    {
        Verdicts(random => BakeComparison.Judge(Sample.Draw(random, 100, median: 200), Sample.Draw(random, 100), Limits, BakeComparison.EarlySignificance)).ShouldAllBe(verdict => verdict == BakeVerdict.Breach);
        Verdicts(random => BakeComparison.Judge(Sample.Draw(random, 100, errorRate: 1), Sample.Draw(random, 100), Limits, BakeComparison.EarlySignificance)).ShouldAllBe(verdict => verdict == BakeVerdict.Breach);
        Verdicts(random => BakeComparison.Judge(Sample.Draw(random, 500, errorRate: 0.02), Sample.Draw(random, 500, errorRate: 0.02), Limits, BakeComparison.EarlySignificance)).ShouldAllBe(verdict => verdict != BakeVerdict.Breach);
    }

    [Fact]
    public void Times_that_nobody_notices_are_no_breach_whatever_their_factor() =>
        Verdicts(random => BakeComparison.Judge(Sample.Draw(random, 500, median: 10), Sample.Draw(random, 500, median: 1), Limits)).ShouldAllBe(verdict => verdict == BakeVerdict.Pass);

    [Fact]
    public void Errors_that_were_there_before_are_not_held_against_the_new_release() =>
        BakeComparison.Judge(Sample.Draw(new Random(1), 1000, 0.3), Sample.Draw(new Random(2), 1000, 0.3), Limits).Verdict.ShouldNotBe(BakeVerdict.Breach);

    [Theory]
    [InlineData(99, 1000)]
    [InlineData(1000, 99)]
    [InlineData(0, 0)]
    public void Too_few_requests_on_either_side_are_not_evaluated_and_said_to_be(int fresh, int old)
    {
        var result = BakeComparison.Judge(Sample.Draw(new Random(1), fresh, errorRate: 1), Sample.Draw(new Random(2), old), Limits);

        result.Verdict.ShouldBe(BakeVerdict.NotEvaluated);
        result.Reason.ShouldBe($"too few requests: {fresh} of the new release and {old} of the old, expected 100 of each");
    }

    [Fact]
    public void A_breach_tells_the_figures_of_both()
    {
        var result = BakeComparison.Judge(Sample.Draw(new Random(1), 400) with { Errors = 40 }, Sample.Draw(new Random(2), 800) with { Errors = 4 }, Limits);

        result.Verdict.ShouldBe(BakeVerdict.Breach);
        result.Reason.ShouldBe("10.0 % of 400 requests failed, before it were 0.5 % of 800 (allowed: 1.0 percentage points more)");
        (result.New!.Errors, result.Old!.Errors).ShouldBe((40, 4));
    }

    // Each run has a seed of its own: what fails fails again.
    private static List<BakeVerdict> Verdicts(Func<Random, BakeResult> judge) => [.. Enumerable.Range(1, Runs).Select(seed => judge(new Random(seed)).Verdict)];
}
