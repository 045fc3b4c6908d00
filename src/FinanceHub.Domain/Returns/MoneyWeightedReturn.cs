using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>
/// The yearly rate at which everything that was paid in would have grown to what was taken out and what is left (XIRR):
/// the root of Σ CF·(1+r)^(−days/365). By hand: no well-kept library tells "no root" and "several roots" from a number.
/// </summary>
public static class MoneyWeightedReturn
{
    // Rates are looked for as x = ln(1 + r): the sum has no pole there, and its scale is even from −99.9999 % to a millionfold.
    private const double Lowest = -14;
    private const double Highest = 14;
    private const int Steps = 1024;

    /// <summary>The rate of a year as a fraction.</summary>
    /// <param name="flows">In any order; above 0 into the portfolio, below 0 out of it. What is left at the end counts as taken out on the last day.</param>
    /// <returns>Unavailable where no rate, or more than one, fits.</returns>
    public static Figure Of(IEnumerable<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var net = flows.GroupBy(flow => flow.Date)
            .Select(day => new CashFlow(day.Key, day.Sum(flow => flow.Amount)))
            .Where(day => day.Amount != 0)
            .OrderBy(day => day.Date)
            .ToList();
        if (net.Count == 0 || net.All(flow => flow.Amount > 0) || net.All(flow => flow.Amount < 0))
            return Figure.Unavailable("A money-weighted return needs money paid in and money taken out, on different days.");

        var value = new PresentValue(net);
        var brackets = Brackets(value);
        return brackets.Count switch
        {
            0 => Figure.Unavailable("No yearly rate explains these payments."),
            1 => Figure.Of((decimal)Math.Exp(Brent.Root(value.At, brackets[0].Low, brackets[0].High)) - 1),
            _ => Figure.Unavailable($"{brackets.Count} different yearly rates explain these payments."),
        };
    }

    private static List<(double Low, double High)> Brackets(PresentValue value)
    {
        var brackets = new List<(double, double)>();
        var (low, atLow) = (Lowest, value.At(Lowest));
        for (var step = 1; step <= Steps; step++)
        {
            var high = Lowest + ((Highest - Lowest) * step / Steps);
            var atHigh = value.At(high);
            if (atLow != 0 && Math.Sign(atLow) != Math.Sign(atHigh))
                brackets.Add((low, high));
            (low, atLow) = (high, atHigh);
        }

        return brackets;
    }

    /// <summary>The sum as a function of x, scaled by a positive factor so that no term is beyond a double; its roots are the same.</summary>
    private sealed class PresentValue
    {
        private const double DaysOfYear = 365;
        private readonly double[] _years;
        private readonly double[] _amounts;

        public PresentValue(List<CashFlow> flows)
        {
            _years = [.. flows.Select(flow => (flow.Date.DayNumber - flows[0].Date.DayNumber) / DaysOfYear)];
            _amounts = [.. flows.Select(flow => (double)flow.Amount)];
        }

        public double At(double x)
        {
            var origin = x < 0 ? _years[^1] : 0;
            var sum = 0d;
            for (var i = 0; i < _years.Length; i++)
                sum += _amounts[i] * Math.Exp(-x * (_years[i] - origin));
            return sum;
        }
    }
}
