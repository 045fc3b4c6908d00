using FinanceHub.Api.Validation;
using FinanceHub.Data.Alerts;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Api.Alerts;

/// <summary>An alert as a client sends it.</summary>
internal sealed record AlertRequest
{
    private const int UsualCooldown = 24;

    public string? Symbol { get; init; }

    public string? Kind { get; init; }

    public decimal? Threshold { get; init; }

    public int? CooldownHours { get; init; }

    public bool? Enabled { get; init; }

    /// <summary>What it is to wait for; of no use if there are faults.</summary>
    public AlertTerms Read(FieldFaults faults)
    {
        var kind = AlertKindNames.Find(Kind);
        if (kind is null)
            faults.Add("kind", $"Expected one of {string.Join(", ", AlertKindNames.All)}, found \"{Kind}\".");
        if (Threshold is not (> 0 and <= ActivityRules.Largest))
            faults.Add("threshold", $"Expected a number above 0 and up to {ActivityRules.Largest}, found {Threshold?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}.");
        if (CooldownHours is < 0 or > AlertStore.LongestCooldown)
            faults.Add("cooldownHours", $"Expected a whole number from 0 to {AlertStore.LongestCooldown}, found {CooldownHours}.");
        return new AlertTerms(kind ?? AlertKind.PriceAbove, Threshold ?? 0, CooldownHours ?? UsualCooldown, Enabled ?? true);
    }
}

internal sealed record AlertResponse(
    Guid Id, string Symbol, string Kind, decimal Threshold, int CooldownHours, bool Enabled, DateTime? LastFiredAt, DateTime CreatedAt, long Revision)
{
    public static AlertResponse Of(AlertEntity alert) => new(
        alert.Id, alert.Symbol, AlertKindNames.Of(alert.Kind), alert.Threshold, alert.CooldownHours, alert.Enabled, alert.LastFiredAt, alert.CreatedAt, alert.Revision);
}

/// <summary>A page of the alerts that fired, the most recent first.</summary>
internal sealed record AlertHistoryResponse(IReadOnlyList<AlertEventResponse> Items, int Page, int PageSize, int Total, int Unread);

internal sealed record AlertEventResponse(
    Guid Id, Guid AlertId, string Symbol, string Kind, decimal Threshold, DateOnly PriceDate, decimal Price, DateTime FiredAt, DateTime? DeliveredAt, DateTime? ReadAt)
{
    public static AlertEventResponse Of(AlertEventEntity fired) => new(
        fired.Id, fired.AlertId, fired.Symbol, AlertKindNames.Of(fired.Kind), fired.Threshold, fired.PriceDate, fired.Price, fired.FiredAt, fired.DeliveredAt, fired.ReadAt);
}

/// <summary>The names that clients use.</summary>
internal static class AlertKindNames
{
    private static readonly Dictionary<AlertKind, string> Names = new()
    {
        [AlertKind.PriceAbove] = "PRICE_ABOVE",
        [AlertKind.PriceBelow] = "PRICE_BELOW",
        [AlertKind.PercentMove] = "PERCENT_MOVE",
    };

    public static IReadOnlyCollection<string> All => Names.Values;

    public static string Of(AlertKind kind) => Names[kind];

    /// <summary>The kind of a name in any case; null if there is none.</summary>
    public static AlertKind? Find(string? name) =>
        Names.Where(pair => string.Equals(pair.Value, name?.Trim(), StringComparison.OrdinalIgnoreCase)).Select(pair => (AlertKind?)pair.Key).SingleOrDefault();
}
