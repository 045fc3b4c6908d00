using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>A fall from a peak.</summary>
/// <param name="Depth">What was lost of the peak; a share from 0 to 1.</param>
/// <param name="Peak">The last day of the peak; null if there was no fall, or if the peak was before the first day.</param>
/// <param name="Trough">The day at the bottom; null if there was no fall.</param>
public sealed record Drawdown(Figure Depth, DateOnly? Peak, DateOnly? Trough)
{
    internal static Drawdown Of(Figure last, IEnumerable<(DateOnly Date, decimal Level)> levels)
    {
        if (last.Value is null)
            return new Drawdown(last, null, null);
        var deepest = new Drawdown(Figure.Of(0), null, null);
        var (top, peak) = (1m, (DateOnly?)null);
        foreach (var (date, level) in levels)
        {
            if (level >= top)
                (top, peak) = (level, date);
            else if ((top - level) / top is var depth && depth > deepest.Depth.Value)
                deepest = new Drawdown(Figure.Of(depth), peak, date);
        }

        return deepest;
    }
}
