using System.Globalization;

namespace FinanceHub.Web.Figures;

/// <summary>Numbers for people. The only place where they are rounded.</summary>
internal static class Display
{
    /// <summary>A real minus sign is as wide as a plus, so that columns of gains line up.</summary>
    private const string Minus = "\u2212";

    public static string Money(decimal? amount, string? currency) =>
        amount is null ? "" : $"{Signed(amount.Value, "#,##0.00", plus: false)}\u00a0{currency}";

    /// <summary>A gain or a loss: the sign is always there.</summary>
    public static string Gain(decimal? amount, string? currency) =>
        amount is null ? "" : $"{Signed(amount.Value, "#,##0.00", plus: true)}\u00a0{currency}";

    /// <summary>A share of 1 as percent.</summary>
    public static string Percent(decimal? share) => share is null ? "" : Signed(share.Value * 100, "#,##0.0", plus: false) + "\u00a0%";

    /// <summary>A change as percent: the sign is always there.</summary>
    public static string Change(decimal? share) => share is null ? "" : Signed(share.Value * 100, "#,##0.00", plus: true) + "\u00a0%";

    /// <summary>The same where there is little room and the unit stands elsewhere.</summary>
    public static string ShortChange(decimal share) => Signed(share * 100, "#,##0.0", plus: true);

    public static string Quantity(decimal? quantity) => quantity is null ? "" : Signed(quantity.Value, "#,##0.######", plus: false);

    /// <summary>A price: cents, and as many decimals more as it has.</summary>
    public static string Price(decimal? price, string? currency) => price is null ? "" : $"{Signed(price.Value, "#,##0.00####", plus: false)}\u00a0{currency}";

    /// <summary>What one cost with its part of the fee: a quotient, of which nobody needs all decimals.</summary>
    public static string UnitCost(decimal? cost, string? currency) => Math.Abs(cost ?? 0) >= 1 ? Money(cost, currency) : Price(cost, currency);

    /// <summary>A tick of an axis: short.</summary>
    public static string Tick(decimal value) => Math.Abs(value) switch
    {
        >= 1_000_000_000m => Signed(value / 1_000_000_000m, "0.###", plus: false) + "B",
        >= 1_000_000m => Signed(value / 1_000_000m, "0.###", plus: false) + "M",
        >= 10_000m => Signed(value / 1_000m, "0.#", plus: false) + "k",
        _ => Signed(value, "#,##0.####", plus: false),
    };

    /// <summary>A tick of an axis of shares.</summary>
    public static string PercentTick(decimal share) => Tick(share * 100) + "\u00a0%";

    public static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day in a sentence or on an axis.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Whether what is told is about today; what does not say, is.</summary>
    public static bool IsToday(DateOnly? day, DateOnly? today) => day is null || day == today;

    /// <summary>A day of which something is told today: only what is of today is called so.</summary>
    public static string RecentDay(DateOnly? day, DateOnly? today) =>
        IsToday(day, today) ? "Today" : string.Create(CultureInfo.InvariantCulture, $"{day:ddd d MMM}");

    public static string Month(int year, int month) => new DateOnly(year, month, 1).ToString("MMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortMonth(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month);

    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "";

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} {(count == 1 ? one : many)}");

    /// <summary>What a number is once it is rounded: −0.001 is neither a gain nor a loss when the cents are shown.</summary>
    public static int SignOf(decimal value, int decimals) => Math.Sign(Math.Round(value, decimals, MidpointRounding.AwayFromZero));

    private static string Signed(decimal value, string format, bool plus)
    {
        var digits = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture);
        var isZero = !digits.Any(c => c is >= '1' and <= '9');
        return (value, isZero) switch
        {
            (_, true) => digits,
            ( < 0, _) => Minus + digits,
            _ => plus ? "+" + digits : digits,
        };
    }
}
