using FinanceHub.Gateway.Routing;

namespace FinanceHub.Gateway.Tests;

public class WeightedClusterTests
{
    private static readonly int[] Rising = [0, 5, 20, 50, 99, 100];
    private static readonly Destination Old = new("api", "http://127.0.0.1:1", "r1");
    private static readonly Destination New = new("api", "http://127.0.0.1:2", "r2");
    private static readonly Destination NewToo = new("api", "http://127.0.0.1:3", "r2");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(99)]
    [InlineData(100)]
    public void A_release_gets_as_many_buckets_as_its_weight_says_beginning_with_the_first(int newWeight)
    {
        var cluster = Cluster((Old, 100 - newWeight), (New, newWeight));
        Enumerable.Range(0, 100).Where(bucket => cluster.Choose(() => bucket) == New).ShouldBe(Enumerable.Range(0, newWeight));
    }

    [Fact]
    public void As_the_weight_of_the_new_release_grows_a_client_moves_at_most_once()
    {
        foreach (var bucket in Enumerable.Range(0, 100))
        {
            var releases = Rising.Select(weight => Cluster((Old, 100 - weight), (New, weight)).Choose(() => bucket)!.ReleaseId).ToList();
            releases.ShouldBe(releases.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_release_that_serves_keeps_the_other_buckets_whatever_the_names_are()
    {
        var cluster = new WeightedCluster([(New, 90), (Old, 10)], servingReleaseId: "r2");
        cluster.Choose(() => 9).ShouldBe(Old);
        cluster.Choose(() => 10).ShouldBe(New);
    }

    [Theory]
    [InlineData(90, 10)]
    [InlineData(50, 50)]
    [InlineData(99, 1)]
    public void Within_a_release_requests_are_spread_by_weight(int weight, int otherWeight)
    {
        const int Sample = 200_000;
        var cluster = Cluster((New, weight), (NewToo, otherWeight));
        var share = Enumerable.Range(0, Sample).Count(_ => cluster.Choose(NoBucket) == NewToo) / (double)Sample;
        // Six standard deviations: fails once in about 10^9 runs by chance.
        var expected = otherWeight / 100.0;
        share.ShouldBe(expected, 6 * Math.Sqrt(expected * (1 - expected) / Sample));
    }

    [Fact]
    public void Weight_0_gets_nothing_even_when_the_other_refused()
    {
        var cluster = Cluster((Old, 0), (New, 1));
        Enumerable.Range(0, 1000).Select(_ => cluster.Choose(NoBucket)).ShouldAllBe(chosen => chosen == New);
        cluster.Choose(NoBucket, [New]).ShouldBeNull();
    }

    [Fact]
    public void A_destination_that_refused_is_passed_over_within_its_release_and_beyond()
    {
        var cluster = Cluster((Old, 50), (New, 25), (NewToo, 25));
        Enumerable.Range(0, 1000).Select(_ => cluster.Choose(() => 0, [New])).ShouldAllBe(chosen => chosen == NewToo);
        cluster.Choose(() => 0, [New, NewToo]).ShouldBe(Old);
        cluster.Choose(() => 99, [Old])!.ReleaseId.ShouldBe("r2");
        cluster.Choose(() => 0, [Old, New, NewToo]).ShouldBeNull();
    }

    [Fact]
    public void Without_destinations_there_is_no_choice() => WeightedCluster.Empty.Choose(NoBucket).ShouldBeNull();

    private static WeightedCluster Cluster(params (Destination Destination, int Weight)[] members) => new(members, servingReleaseId: "r1");

    // With one release nobody may be asked for a bucket, because asking gives the client a cookie.
    private static int NoBucket() => throw new InvalidOperationException("There is no choice between releases.");
}
