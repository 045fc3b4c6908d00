using FinanceHub.Data.Alerts;

namespace FinanceHub.Worker.Alerts;

/// <summary>When an alert fires.</summary>
internal static class AlertRule
{
    public static bool Fires(AlertCandidate candidate, DateTime now)
    {
        var alert = candidate.Alert;
        return !(alert.LastFiredAt is { } last && last.AddHours(alert.CooldownHours) > now) && alert.Kind switch
        {
            AlertKind.PriceAbove => candidate.Price >= alert.Threshold,
            AlertKind.PriceBelow => candidate.Price <= alert.Threshold,
            // Multiplied, not divided: exactly 5 % is 5 %.
            AlertKind.PercentMove => candidate.Before is { } before && before > 0 && Math.Abs(candidate.Price - before) * 100 >= alert.Threshold * before,
            _ => false,
        };
    }
}
