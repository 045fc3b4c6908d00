namespace FinanceHub.Domain.Returns;

/// <summary>The equation Σ amount·e^(−u·years) = 0 for u = ln(1 + r), which knows how many solutions it has.</summary>
/// <param name="amounts">Not 0; at least one of each sign.</param>
/// <param name="years">Ascending from 0.</param>
/// <remarks>
/// In u every rate above −1 is a real number, and nothing special happens at −1. By Descartes' rule of signs, which holds for real
/// exponents too, there are at most as many roots as the amounts change sign; with one change there is exactly one.
/// </remarks>
internal sealed class RateEquation(double[] amounts, double[] years)
{
    // Not at a root, so that the two half-lines on either side of it cannot both claim that root, or neither.
    private static readonly double[] Origins = [0, 0.05, -0.05, 0.11, -0.11, 0.23, -0.23];

    /// <summary>The solution.</summary>
    /// <param name="Roots">How many there are; 2 stands for more; null if they cannot be told apart.</param>
    /// <param name="LogRate">The root if there is one.</param>
    public readonly record struct Solution(int? Roots, double LogRate);

    public Solution Solve()
    {
        var origin = Origins.MaxBy(candidate => Math.Min(1e-6, RelativeAt(candidate)));
        var weighted = amounts.Select((amount, i) => amount * Math.Exp(-origin * years[i])).ToArray();
        var up = new DecayingSum(weighted, years);
        var down = new DecayingSum([.. weighted.Reverse()], [.. years.Reverse().Select(year => years[^1] - year)]);

        var once = amounts.Zip(amounts.Skip(1)).Count(pair => pair.First > 0 != pair.Second > 0) == 1;
        var (above, below) = once ? (up.Whole(), down.Whole()) : (up.Isolate(), down.Isolate());
        if (above is null || below is null)
            return new Solution(null, 0);
        return (above.Count, below.Count) switch
        {
            (1, 0) => new Solution(1, origin + up.Root(above[0])),
            (0, 1) => new Solution(1, origin - down.Root(below[0])),
            _ => new Solution(Math.Min(2, above.Count + below.Count), 0),
        };
    }

    private double RelativeAt(double u)
    {
        var (sum, size) = (0d, 0d);
        for (var i = 0; i < amounts.Length; i++)
        {
            var term = amounts[i] * Math.Exp(-u * years[i]);
            (sum, size) = (sum + term, size + Math.Abs(term));
        }

        return Math.Abs(sum) / size;
    }
}
