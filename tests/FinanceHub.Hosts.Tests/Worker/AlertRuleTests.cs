using FinanceHub.Data.Alerts;
using FinanceHub.Worker.Alerts;

namespace FinanceHub.Hosts.Tests.Worker;

public sealed class AlertRuleTests
{
    private static readonly DateTime Now = new(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(AlertKind.PriceAbove, 100, 99.99, null, false)]
    [InlineData(AlertKind.PriceAbove, 100, 100, null, true)]
    [InlineData(AlertKind.PriceBelow, 100, 100.01, null, false)]
    [InlineData(AlertKind.PriceBelow, 100, 100, null, true)]
    [InlineData(AlertKind.PercentMove, 5, 105, 100.0, true)]
    [InlineData(AlertKind.PercentMove, 5, 95, 100.0, true)]
    [InlineData(AlertKind.PercentMove, 5, 104.99, 100.0, false)]
    [InlineData(AlertKind.PercentMove, 5, 200, null, false)]
    [InlineData(AlertKind.PercentMove, 5, 200, 0.0, false)]
    public void An_alert_fires_at_its_threshold(AlertKind kind, double threshold, double price, double? before, bool expected) =>
        AlertRule.Fires(Candidate(kind, (decimal)threshold, (decimal)price, (decimal?)before), Now).ShouldBe(expected);

    [Theory]
    [InlineData(23, 24, false)]
    [InlineData(24, 24, true)]
    [InlineData(0, 0, true)]
    public void It_is_silent_for_a_while_after_it_fired(int hoursAgo, int cooldown, bool expected)
    {
        var candidate = Candidate(AlertKind.PriceAbove, 1, 2, null);
        (candidate.Alert.LastFiredAt, candidate.Alert.CooldownHours) = (Now.AddHours(-hoursAgo), cooldown);

        AlertRule.Fires(candidate, Now).ShouldBe(expected);
    }

    private static AlertCandidate Candidate(AlertKind kind, decimal threshold, decimal price, decimal? before)
    {
        var alert = new AlertEntity { Id = Guid.NewGuid(), OwnerId = Guid.NewGuid(), Symbol = "ACME", Kind = kind, Threshold = threshold, CooldownHours = 24, CreatedAt = Now };
        return new AlertCandidate(alert, "EUR", new DateOnly(2026, 1, 5), price, before);
    }
}
