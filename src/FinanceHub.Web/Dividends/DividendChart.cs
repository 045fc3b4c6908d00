using System.Globalization;
using FinanceHub.Web.Api;
using FinanceHub.Web.Charts;
using FinanceHub.Web.Figures;

namespace FinanceHub.Web.Dividends;

/// <summary>What was paid in each month, also in those without a payment.</summary>
internal static class DividendChart
{
    /// <summary>More months than this are put together as years.</summary>
    private const int MostMonths = 36;

    public static BarChart Of(DividendsReport dividends)
    {
        var months = dividends.Months.OrderBy(month => month.Month, StringComparer.Ordinal).ToDictionary(month => First(month.Month));
        var (from, to) = (months.Keys.Min(), months.Keys.Max());
        var all = Enumerable.Range(0, (to.Year - from.Year) * 12 + to.Month - from.Month + 1).Select(from.AddMonths).ToList();
        var byYear = all.Count > MostMonths;
        var total = DividendTotals.Sum(months.Values, month => month.Net);
        return new BarChart
        {
            Id = "dividends",
            Title = byYear ? "Dividends by year" : "Dividends by month",
            Description = $"From {Display.Month(from.Year, from.Month)} to {Display.Month(to.Year, to.Month)}{(total.Value is { } sum ? $", in all {Display.Money(sum, dividends.Currency)} after tax" : "")}.",
            LabelName = byYear ? "Year" : "Month",
            Parts = [("After tax", "c1"), ("Tax", "c3")],
            Columns = byYear
                ? [.. all.GroupBy(day => day.Year).Select(year => Column(year.Key.ToString(CultureInfo.InvariantCulture), year, months))]
                : [.. all.Select(day => Column(Display.Month(day.Year, day.Month), [day], months))],
            Format = amount => Display.Money(amount, dividends.Currency),
            FormatTick = Display.Tick,
        };
    }

    private static BarColumn Column(string label, IEnumerable<DateOnly> days, Dictionary<DateOnly, DividendMonth> months)
    {
        var paid = days.Select(day => months.GetValueOrDefault(day)).OfType<DividendMonth>().ToList();
        return new BarColumn(label, [DividendTotals.Sum(paid, month => month.Net).Value, DividendTotals.Sum(paid, month => month.Tax).Value]);
    }

    private static DateOnly First(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
