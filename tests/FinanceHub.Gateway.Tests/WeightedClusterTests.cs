using FinanceHub.Gateway.Routing;

namespace FinanceHub.Gateway.Tests;

public class WeightedClusterTests
{
    private static readonly Destination Old = new("api", "http://127.0.0.1:1", "r1");
    private static readonly Destination New = new("api", "http://127.0.0.1:2", "r2");

    [Theory]
    [InlineData(90, 10)]
    [InlineData(50, 50)]
    [InlineData(99, 1)]
    public void Requests_are_spread_by_weight(int oldWeight, int newWeight)
    {
        const int Sample = 200_000;
        var cluster = new WeightedCluster([(Old, oldWeight), (New, newWeight)]);
        var share = Enumerable.Range(0, Sample).Count(_ => cluster.Choose() == New) / (double)Sample;
        // Six standard deviations: fails once in about 10^9 runs by chance.
        var expected = newWeight / 100.0;
        share.ShouldBe(expected, 6 * Math.Sqrt(expected * (1 - expected) / Sample));
    }

    [Fact]
    public void Weight_0_gets_nothing_even_when_the_other_refused()
    {
        var cluster = new WeightedCluster([(Old, 0), (New, 1)]);
        Enumerable.Range(0, 1000).Select(_ => cluster.Choose()).ShouldAllBe(chosen => chosen == New);
        cluster.Choose([New]).ShouldBeNull();
    }

    [Fact]
    public void A_destination_that_refused_is_passed_over()
    {
        var cluster = new WeightedCluster([(Old, 99), (New, 1)]);
        Enumerable.Range(0, 1000).Select(_ => cluster.Choose([Old])).ShouldAllBe(chosen => chosen == New);
    }

    [Fact]
    public void Without_destinations_there_is_no_choice() => WeightedCluster.Empty.Choose().ShouldBeNull();
}
