namespace FinanceHub.Domain.Valuations;

/// <summary>A number, or the reason why there is none: never a wrong number, and never 0 for "unknown".</summary>
public readonly record struct Figure
{
    private Figure(decimal? value, string? reason) => (Value, Reason) = (value, reason);

    /// <summary>The number; null if it is unavailable.</summary>
    public decimal? Value { get; }

    /// <summary>Why there is no number, one sentence; null if there is one.</summary>
    public string? Reason { get; }

    /// <summary>A known number.</summary>
    public static Figure Of(decimal value) => new(value, null);

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
        var sum = 0m;
        foreach (var figure in figures)
        {
            if (figure.Value is not { } value)
                return figure;
            sum += value;
        }

        return Of(sum);
    }
}
