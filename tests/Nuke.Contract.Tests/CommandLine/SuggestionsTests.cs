using FinanceHub.Delivery.CommandLine;

namespace Nuke.Contract.Tests.CommandLine;

public sealed class SuggestionsTests
{
    private static readonly string[] Targets = ["Deploy", "Test", "Stop", "Status"];

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abcd", "acbd", 1)]
    [InlineData("abc", "abx", 1)]
    [InlineData("abc", "abcd", 1)]
    [InlineData("ca", "abc", 3)]
    public void The_distance_counts_changes_and_swaps(string left, string right, int distance) =>
        Suggestions.Distance(left, right).ShouldBe(distance);

    [Theory]
    [InlineData("Depoly", "Deploy")]
    [InlineData("test", "Test")]
    [InlineData("Tset", "Test")]
    public void What_is_near_is_suggested(string typed, string meant) => Suggestions.Near(typed, Targets).ShouldBe([meant]);

    [Fact]
    public void What_is_far_is_not_suggested() => Suggestions.For("Benchmark", Targets).ShouldBeEmpty();

    [Fact]
    public void Equally_near_ones_are_all_suggested() =>
        Suggestions.For("Stap", ["Stop", "Step", "Deploy"]).ShouldBe(" Did you mean 'Step' or 'Stop'?");
}
