using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Tests.Support;

namespace FinanceHub.Delivery.Tests.Environments;

public sealed class StrategyTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_canary_is_read_with_its_steps_and_its_bake()
    {
        var strategy = Load(
            """
            { "kind": "canary", "steps": [{ "weight": 5, "pause": "00:10:00" }, { "weight": 50, "pause": "00:20:00" }],
              "bake": { "duration": "00:30:00", "minimumRequests": 500, "maximumErrorRateIncrease": 0.005, "maximumLatencyFactor": 1.5, "minimumLatencyIncrease": "00:00:00.050" } }
            """);

        strategy.Shifts.ShouldBe([new CanaryStep(5, TimeSpan.FromMinutes(10)), new CanaryStep(50, TimeSpan.FromMinutes(20))]);
        strategy.Bake.ShouldBe(new BakeLimits
        {
            Duration = TimeSpan.FromMinutes(30),
            MinimumRequests = 500,
            MaximumErrorRateIncrease = 0.005,
            MaximumLatencyFactor = 1.5,
            MinimumLatencyIncrease = TimeSpan.FromMilliseconds(50),
        });
    }

    [Theory]
    [InlineData(20, "20 40 60 80")]
    [InlineData(30, "30 60 90")]
    [InlineData(99, "99")]
    [InlineData(50, "50")]
    public void Linear_steps_are_equal_and_end_below_everything(int increment, string weights)
    {
        var strategy = Load($$"""{ "kind": "linear", "increment": {{increment}}, "interval": "00:00:07" }""");

        string.Join(' ', strategy.Shifts.Select(shift => shift.Weight)).ShouldBe(weights);
        strategy.Shifts.ShouldAllBe(shift => shift.Pause == TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void All_at_once_is_the_default_and_has_no_steps()
    {
        Load("{}").ShouldBe(new DeliveryStrategy());
        new DeliveryStrategy().Shifts.ShouldBeEmpty();
        DeliveryStrategy.Names.ShouldBe(["all-at-once", "canary", "linear"]);
    }

    [Theory]
    [InlineData("canary")]
    [InlineData("linear")]
    public void What_is_tried_without_any_setting_ends_within_a_minute(string kind)
    {
        var strategy = new DeliveryStrategy { Kind = DeliveryStrategy.Parse(kind)!.Value };

        (strategy.Shifts.Aggregate(strategy.Bake.Duration, (sum, shift) => sum + shift.Pause)).ShouldBeLessThan(TimeSpan.FromSeconds(50));
    }

    [Fact]
    public void Every_fault_is_told_at_once_with_its_place_and_what_is_expected()
    {
        var message = Should.Throw<DeliveryFailure>(() => Load(
            """
            { "kind": "canary", "steps": [{ "weight": 50, "pause": "00:00:01" }, { "weight": 50, "pause": "00:00:00" }, { "weight": 100, "pause": "00:00:01" }],
              "increment": 0, "interval": "-00:00:01",
              "bake": { "duration": "-00:00:01", "minimumRequests": 5, "maximumErrorRateIncrease": 1, "maximumLatencyFactor": 1, "minimumLatencyIncrease": "01:00:00" } }
            """)).Message;

        message.ShouldContain("strategy.steps[1].weight is 50, expected more than the 50 of the step before");
        message.ShouldContain("strategy.steps[1].pause is 00:00:00, expected more than 0");
        message.ShouldContain("strategy.steps[2].weight is 100, expected 1 to 99 percent");
        message.ShouldContain("strategy.increment is 0");
        message.ShouldContain("strategy.interval is -00:00:01");
        message.ShouldContain("strategy.bake.duration is -00:00:01");
        message.ShouldContain("strategy.bake.minimumRequests is 5, expected 20 or more");
        message.ShouldContain("strategy.bake.maximumErrorRateIncrease is 1");
        message.ShouldContain("strategy.bake.maximumLatencyFactor is 1");
        message.ShouldContain("strategy.bake.minimumLatencyIncrease is 01:00:00");
    }

    [Theory]
    [InlineData("""{ "kind": "blue-green" }""", "strategy.kind")]
    [InlineData("""{ "kind": "canary", "steps": [] }""", "strategy.steps is empty")]
    [InlineData("""{ "kind": "canary", "steps": [{ "weight": 5 }] }""", "pause")]
    [InlineData("""{ "bake": { "minimumRequest": 5 } }""", "Did you mean 'minimumRequests'?")]
    public void What_does_not_fit_is_refused(string strategy, string expected) =>
        Should.Throw<DeliveryFailure>(() => Load(strategy)).Message.ShouldContain(expected);

    private DeliveryStrategy Load(string strategy)
    {
        _directory.Write("some.json", $$"""{ "platform": "process", "strategy": {{strategy}} }""");
        return new EnvironmentCatalog(_directory.Root).Load("some").Strategy;
    }
}
