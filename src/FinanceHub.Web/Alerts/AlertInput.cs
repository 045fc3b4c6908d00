using System.Globalization;
using FinanceHub.Web.Api;
using FinanceHub.Web.Layout;

namespace FinanceHub.Web.Alerts;

/// <summary>What the form for an alert sends: texts, as they were typed.</summary>
public sealed class AlertInput
{
    private const string DefaultCooldown = "24";

    public string? Symbol { get; set; }

    public string? Kind { get; set; }

    public string? Threshold { get; set; }

    public string? CooldownHours { get; set; } = DefaultCooldown;

    /// <summary>A box that is not ticked sends nothing.</summary>
    public bool Enabled { get; set; }

    /// <summary>Of the alert that the form was filled from.</summary>
    public string? Revision { get; set; }

    internal static AlertInput Of(Alert alert) => new()
    {
        Symbol = alert.Symbol,
        Kind = alert.Kind,
        Threshold = alert.Threshold.ToString(CultureInfo.InvariantCulture),
        CooldownHours = alert.CooldownHours.ToString(CultureInfo.InvariantCulture),
        Enabled = alert.Enabled,
        Revision = RevisionOf(alert),
    };

    internal static string RevisionOf(Alert alert) => alert.Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the API is asked to store; what is not a number is among the faults.</summary>
    internal NewAlert Read(FormFaults faults)
    {
        var hours = FormNumber.Read(nameof(CooldownHours), CooldownHours, faults);
        if (hours is not null && (hours != Math.Truncate(hours.Value) || hours is < 0 or > int.MaxValue))
            faults.Add(nameof(CooldownHours), $"Expected whole hours, found \"{CooldownHours}\".");
        var threshold = FormNumber.Read(nameof(Threshold), Threshold, faults);
        return faults.Any ? new NewAlert(null, null, null, null, false) : new NewAlert(Symbol?.Trim().ToUpperInvariant(), Kind, threshold, (int?)hours, Enabled);
    }
}
