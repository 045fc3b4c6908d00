using FinanceHub.Domain.Returns;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Api.Performance;

/// <summary>The return of every month, the last one up to today.</summary>
internal sealed record MonthsResponse(IReadOnlyList<MonthResponse> Months)
{
    public static MonthsResponse Of(IReadOnlyList<DailyValue> days)
    {
        var (months, before) = (new List<MonthResponse>(), Figure.Of(0));
        foreach (var month in days.GroupBy(day => (day.Date.Year, day.Date.Month)))
        {
            months.Add(new MonthResponse(month.Key.Year, month.Key.Month, Domain.Returns.TimeWeighted.Linked(before, month)));
            before = month.Last().Value;
        }

        return new MonthsResponse(months);
    }
}

internal sealed record MonthResponse(int Year, int Month, Figure TimeWeighted);
