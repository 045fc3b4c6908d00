using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>How a portfolio moved, from the index of its time-weighted growth: deposits and withdrawals are no movements.</summary>
public static class Risk
{
    private const double TradingDaysOfYear = 252;

    /// <summary>The deepest fall from a high to a later low, as a fraction from 0 to 1; 0 if it never fell.</summary>
    /// <param name="index">By <see cref="TimeWeightedReturn.Index"/>.</param>
    /// <returns>Unavailable without a day.</returns>
    public static Figure MaximumDrawdown(IReadOnlyList<decimal> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (index.Count == 0)
            return Figure.Unavailable("A drawdown needs the values of at least a day.");

        var (high, deepest) = (index[0], 0m);
        foreach (var value in index)
        {
            high = Math.Max(high, value);
            if (high > 0)
                deepest = Math.Max(deepest, (high - value) / high);
        }

        return Figure.Of(deepest);
    }

    /// <summary>The standard deviation of the daily returns (of a sample: n − 1) times √252: a year's, as a fraction.</summary>
    /// <param name="index">By <see cref="TimeWeightedReturn.Index"/>, one figure a trading day.</param>
    /// <returns>Unavailable for fewer than three days, and where the portfolio was worth nothing in between.</returns>
    public static Figure Volatility(IReadOnlyList<decimal> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (index.Count < 3)
            return Figure.Unavailable("A volatility needs the values of three days.");
        if (index.Take(index.Count - 1).Any(value => value == 0))
            return Figure.Unavailable("The portfolio lost everything, and nothing can be compared with that.");

        var returns = index.Skip(1).Zip(index, (later, earlier) => (double)(later / earlier) - 1).ToList();
        var mean = returns.Average();
        var variance = returns.Sum(one => (one - mean) * (one - mean)) / (returns.Count - 1);
        return Figure.Of((decimal)(Math.Sqrt(variance) * Math.Sqrt(TradingDaysOfYear)));
    }
}
