using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Platforms;

namespace FinanceHub.Delivery.Tests.Bakes;

public sealed class FiguresTests
{
    private static readonly double[] Bounds = [10, 20, 40];

    [Fact]
    public void A_quantile_lies_within_its_class()
    {
        var times = new LatencyHistogram(Bounds, [50, 40, 10, 0]);

        times.Quantile(0.25).ShouldBe(5, 1e-9);
        times.Quantile(0.5).ShouldBe(10, 1e-9);
        times.Quantile(0.95).ShouldBe(30, 1e-9);
        times.SlowerThan(20).ShouldBe(10);
        times.SlowerThan(21).ShouldBe(0, "of the class from 20 to 40 it is not certain");
        new LatencyHistogram(Bounds, [0, 0, 0, 0]).Quantile(0.95).ShouldBe(0);
        new LatencyHistogram(Bounds, [0, 0, 0, 5]).Quantile(0.95).ShouldBe(40);
    }

    [Fact]
    public void A_window_is_the_difference_of_two_readings_and_there_is_none_across_a_restart()
    {
        var early = Reading(("a", 10, 1, [10, 0, 0, 0]));
        var late = Reading(("a", 30, 2, [10, 20, 0, 0]), ("b", 5, 5, [5, 0, 0, 0]));

        var window = late.Since(early, "a").ShouldNotBeNull();
        (window.Requests, window.Errors).ShouldBe((20, 1));
        window.Latency.Counts.ShouldBe([0, 20, 0, 0]);
        late.Since(early, "b")!.ErrorRate.ShouldBe(1);
        late.Since(early, "c")!.Requests.ShouldBe(0);
        early.Since(late, "a").ShouldBeNull();
    }

    [Theory]
    [InlineData(8, 100, 0, 100, 0.0034)]
    [InlineData(1, 20, 0, 1000, 0.0196)]
    [InlineData(3, 7, 5, 8, 0.8998)]
    [InlineData(0, 10, 5, 10, 1)]
    [InlineData(1000, 1000, 0, 1000, 0)]
    public void The_exact_test_gives_the_hypergeometric_tail(int hits, int size, int otherHits, int otherSize, double expected) =>
        ExactTest.ChanceOfSoMany(hits, size, otherHits, otherSize).ShouldBe(expected, 0.0005);

    private static TrafficReading Reading(params (string Release, long Requests, long Errors, long[] Latency)[] releases) =>
        new(Bounds, releases.ToDictionary(release => release.Release, release => new ReleaseFigures(release.Requests, release.Errors, new LatencyHistogram(Bounds, release.Latency))));
}
