using System.Globalization;

namespace FinanceHub.Web.Charts;

/// <summary>An axis of days.</summary>
internal sealed record TimeScale(DateOnly First, DateOnly Last)
{
    private const int MostTicks = 7;

    private static readonly int[] DaySteps = [1, 2, 7, 14];

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

    /// <summary>0 at the left, 1 at the right.</summary>
    public double Share(DateOnly day) => First == Last ? 0.5 : (double)(day.DayNumber - First.DayNumber) / (Last.DayNumber - First.DayNumber);

    /// <summary>Days, beginnings of months or of years: the finest that are not too many.</summary>
    public IReadOnlyList<(DateOnly Day, string Label)> Ticks()
    {
        var days = Last.DayNumber - First.DayNumber;
        foreach (var step in DaySteps.Where(step => days / step < MostTicks))
            return [.. Enumerable.Range(0, days / step + 1).Select(i => First.AddDays(i * step)).Select(day => (day, day.ToString("d MMM", CultureInfo.InvariantCulture)))];

        var months = Months(Last) - Months(First);
        var apart = MonthSteps.FirstOrDefault(step => months / step <= MostTicks, MonthSteps[^1]);
        var from = (Months(First) + apart - 1) / apart * apart;
        return
        [
            .. Enumerable.Range(0, MostTicks + 2).Select(i => from + i * apart).Select(month => new DateOnly(month / 12, month % 12 + 1, 1))
                .Where(day => day >= First && day <= Last)
                .Select(day => (day, day.ToString(apart >= 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture))),
        ];
    }

    private static int Months(DateOnly day) => day.Year * 12 + day.Month - 1;
}
