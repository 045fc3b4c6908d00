using FinanceHub.Web.Figures;
using FinanceHub.Web.Layout;

namespace FinanceHub.Web.Alerts;

/// <summary>What an alert waits for.</summary>
internal static class AlertKind
{
    public const string Above = "PRICE_ABOVE";

    public const string Below = "PRICE_BELOW";

    public const string Move = "PERCENT_MOVE";

    public static IReadOnlyList<Choice> Choices { get; } = [new(Above, "The price rises to or above"), new(Below, "The price falls to or below"), new(Move, "The price moves in a day by (percent)")];

    public static string Describe(string kind, decimal threshold) => kind switch
    {
        Above => $"Price at or above {Display.Quantity(threshold)}",
        Below => $"Price at or below {Display.Quantity(threshold)}",
        Move => $"Move of {Display.Percent(threshold / 100)} or more in a day",
        _ => $"{kind} {Display.Quantity(threshold)}",
    };
}
