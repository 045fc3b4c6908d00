using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Currencies;

/// <summary>The exchange rates of one day, all against one base currency, as central banks publish them.</summary>
public sealed class ExchangeRates
{
    /// <summary>Units in which some exchanges quote, each a hundredth of a currency.</summary>
    private static readonly Dictionary<string, string> MinorUnits = new(StringComparer.Ordinal)
    {
        ["GBp"] = "GBP",
        ["GBX"] = "GBP",
        ["ZAc"] = "ZAR",
        ["ZAC"] = "ZAR",
        ["ILA"] = "ILS",
    };

    private readonly Dictionary<string, decimal> _perBase;

    /// <summary>Rates as they are published: what one unit of the base currency costs.</summary>
    /// <param name="baseCurrency">ISO 4217 code.</param>
    /// <param name="perBase">Units of each currency for one of the base; above 0.</param>
    /// <exception cref="ArgumentException">A rate is 0 or less.</exception>
    public ExchangeRates(string baseCurrency, IReadOnlyDictionary<string, decimal> perBase)
    {
        ArgumentNullException.ThrowIfNull(perBase);
        foreach (var (currency, rate) in perBase)
        {
            if (rate <= 0)
                throw new ArgumentException($"Expected a rate above 0 for {currency}, found {rate}.", nameof(perBase));
        }

        _perBase = new Dictionary<string, decimal>(perBase, StringComparer.Ordinal) { [baseCurrency] = 1 };
    }

    /// <summary>What an amount in one currency is in another; by way of the base where neither is it.</summary>
    /// <param name="amount">In <paramref name="from"/>.</param>
    /// <param name="from">ISO 4217 code, or a minor unit such as GBp.</param>
    /// <param name="to">The same.</param>
    /// <returns>Unavailable where a rate is missing: never 0, and never the amount itself.</returns>
    public Figure Convert(decimal amount, string from, string to)
    {
        if (from == to)
            return Figure.Of(amount);
        var (source, sourceUnits) = Major(from);
        var (target, targetUnits) = Major(to);

        // Multiplied first and divided once: the order in which the least is lost.
        if (source == target)
            return Figure.Of(amount * targetUnits / sourceUnits);
        if (!_perBase.TryGetValue(source, out var sourceRate))
            return Missing(source);
        return _perBase.TryGetValue(target, out var targetRate)
            ? Figure.Of(amount * targetRate * targetUnits / (sourceRate * sourceUnits))
            : Missing(target);
    }

    private static (string Currency, int Units) Major(string code) => MinorUnits.TryGetValue(code, out var major) ? (major, 100) : (code, 1);

    private static Figure Missing(string currency) => Figure.Unavailable($"There is no exchange rate for {currency}.");
}
