namespace FinanceHub.Domain.Valuations;

/// <summary>A number, or the reason why there is none: never a wrong number, and never 0 for "unknown".</summary>
public readonly record struct Figure
{
    private const string TooLarge = "The result is too large to be a number.";

    private Figure(decimal? value, string? reason) => (Value, Reason) = (value, reason);

    /// <summary>The number; null if it is unavailable.</summary>
    public decimal? Value { get; }

    /// <summary>Why there is no number, one sentence; null if there is one.</summary>
    public string? Reason { get; }

    /// <summary>A known number.</summary>
    public static Figure Of(decimal value) => new(value, null);

    /// <summary>What a solver found: unavailable if it is not a number, or one beyond <c>decimal</c>.</summary>
    internal static Figure Solved(double value) => Math.Abs(value) < (double)decimal.MaxValue / 2 ? Of((decimal)value) : Unavailable(TooLarge);

    /// <summary>No number, because of <paramref name="reason"/>.</summary>
    public static Figure Unavailable(string reason) => new(null, reason);

    /// <summary>The number computed from this one; unavailable for the same reason if this is.</summary>
    public Figure Map(Func<decimal, decimal> compute)
    {
        ArgumentNullException.ThrowIfNull(compute);
        return Value is { } value ? Of(compute(value)) : this;
    }

    /// <summary>The sum; unavailable as soon as one of the figures is. The sum of none is 0.</summary>
    public static Figure Sum(IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var sum = Of(0);
        foreach (var figure in figures)
        {
            sum += figure;
            if (sum.Value is null)
                break;
        }

        return sum;
    }

    /// <summary>The sum; unavailable for the reason of the first that is, or if there is no such number.</summary>
    public static Figure operator +(Figure left, Figure right) => Combine(left, right, static (one, other) => one + other);

    /// <summary>The difference; unavailable for the reason of the first that is, or if there is no such number.</summary>
    public static Figure operator -(Figure left, Figure right) => Combine(left, right, static (one, other) => one - other);

    /// <summary>The product; unavailable for the reason of the first that is, or if there is no such number.</summary>
    public static Figure operator *(Figure left, Figure right) => Combine(left, right, static (one, other) => one * other);

    /// <summary>The quotient; unavailable for the reason of the first that is, or if there is no such number.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor; 0 gives an unavailable figure, never an exception.</param>
    public static Figure operator /(Figure left, Figure right) => right.Value == 0
        ? Unavailable("It would be a share of 0.")
        : Combine(left, right, static (one, other) => one / other);

    private static Figure Combine(Figure left, Figure right, Func<decimal, decimal, decimal> compute)
    {
        if (left.Value is not { } one)
            return left;
        if (right.Value is not { } other)
            return right;
        try
        {
            return Of(compute(one, other));
        }
        catch (OverflowException)
        {
            return Unavailable(TooLarge);
        }
    }
}
