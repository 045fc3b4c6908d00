namespace FinanceHub.Domain.Returns;

/// <summary>The function Σ weight·e^(−decay·x) for x from 0 on, and its roots.</summary>
/// <param name="weights">Not 0.</param>
/// <param name="decays">Ascending from 0, so that no term grows: nothing overflows.</param>
internal sealed class DecayingSum(double[] weights, double[] decays)
{
    private const double Narrowest = 1e-10;

    // Of terms to compute before giving up: a fraction of a second.
    private const int Effort = 20_000_000;

    /// <summary>Where exactly one root is.</summary>
    public readonly record struct Bracket(double Low, double High);

    /// <summary>The whole half-line if its ends differ in sign; of a function that has at most one root.</summary>
    public IReadOnlyList<Bracket> Whole() => Value(0) > 0 == weights[0] > 0 ? [] : [new Bracket(0, Beyond())];

    /// <summary>Brackets of all roots; two for a root that touches 0 without crossing; null if that takes too long to find out.</summary>
    /// <remarks>
    /// The terms above 0 and those below are each a falling function, so that the values at the ends of an interval bound
    /// everything between: the same for the derivative. An interval is done when one of the two cannot be 0 in it, else it is halved.
    /// </remarks>
    public IReadOnlyList<Bracket>? Isolate()
    {
        var found = new List<Bracket>();
        var open = new Stack<(Point Low, Point High)>([(At(0), At(Beyond()))]);
        for (var left = Effort / weights.Length; open.TryPop(out var interval); left--)
        {
            var (low, high) = interval;
            if (high.Plus > low.Minus || low.Plus < high.Minus)
                continue;
            if (high.PlusSlope > low.MinusSlope || low.PlusSlope < high.MinusSlope)
            {
                if (low.Value > 0 != high.Value > 0)
                    found.Add(new Bracket(low.X, high.X));
                continue;
            }

            if (left <= 0)
                return null;
            if (high.X - low.X < Narrowest)
                found.AddRange([new Bracket(low.X, high.X), new Bracket(low.X, high.X)]);
            if (found.Count > 1)
                return found;
            if (high.X - low.X < Narrowest)
                continue;
            var middle = At((low.X + high.X) / 2);
            open.Push((low, middle));
            open.Push((middle, high));
        }

        return found;
    }

    /// <summary>The root in a bracket.</summary>
    public double Root(Bracket bracket) => Brent.Root(Value, bracket.Low, bracket.High);

    // From here on the first term, which does not decay, outweighs all others together.
    private double Beyond()
    {
        var others = 0d;
        for (var i = 1; i < weights.Length; i++)
            others += Math.Abs(weights[i]);
        return (Math.Max(0, Math.Log(others / Math.Abs(weights[0]))) / decays[1] * 1.001) + 0.001;
    }

    private double Value(double x)
    {
        var sum = 0d;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * Math.Exp(-decays[i] * x);
        return sum;
    }

    private Point At(double x)
    {
        var (plus, minus, plusSlope, minusSlope) = (0d, 0d, 0d, 0d);
        for (var i = 0; i < weights.Length; i++)
        {
            var term = weights[i] * Math.Exp(-decays[i] * x);
            if (term > 0)
                (plus, plusSlope) = (plus + term, plusSlope + (term * decays[i]));
            else
                (minus, minusSlope) = (minus - term, minusSlope - (term * decays[i]));
        }

        return new Point(x, plus, minus, plusSlope, minusSlope);
    }

    private readonly record struct Point(double X, double Plus, double Minus, double PlusSlope, double MinusSlope)
    {
        public double Value => Plus - Minus;
    }
}
