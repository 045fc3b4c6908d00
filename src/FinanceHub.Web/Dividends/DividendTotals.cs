using FinanceHub.Web.Api;

namespace FinanceHub.Web.Dividends;

/// <summary>Sums over months.</summary>
internal static class DividendTotals
{
    /// <summary>No sum without all of its parts: one that leaves some out would be wrong.</summary>
    public static Figure Sum(IEnumerable<DividendMonth> months, Func<DividendMonth, Figure> part)
    {
        var figures = months.Select(part).ToList();
        return figures.Any(figure => figure.Value is null)
            ? new Figure(null, figures.First(figure => figure.Value is null).Reason)
            : new Figure(figures.Sum(figure => figure.Value), null);
    }
}
