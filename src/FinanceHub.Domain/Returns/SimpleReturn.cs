using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Returns;

/// <summary>The gain over all the money that was ever put to work, whenever that was: what people work out on paper.</summary>
public static class SimpleReturn
{
    /// <summary>(V1 − V0 − ΣC) / (V0 + Σ inflows), as a fraction.</summary>
    /// <param name="startValue">At the beginning of the period.</param>
    /// <param name="endValue">At its end.</param>
    /// <param name="flows">What crossed the border in between.</param>
    /// <returns>Unavailable where nothing was put to work.</returns>
    public static Figure Of(decimal startValue, decimal endValue, IEnumerable<CashFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var (net, invested) = (0m, startValue);
        foreach (var flow in flows)
        {
            net += flow.Amount;
            invested += Math.Max(flow.Amount, 0);
        }

        return invested <= 0
            ? Figure.Unavailable("Nothing was invested in the period.")
            : Figure.Of((endValue - startValue - net) / invested);
    }
}
