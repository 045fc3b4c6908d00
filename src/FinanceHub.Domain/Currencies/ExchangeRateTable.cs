using System.Globalization;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Currencies;

/// <summary>Daily rates of many currencies against one, as central banks publish them; every other pair goes through that one.</summary>
public sealed class ExchangeRateTable : IExchangeRates
{
    private readonly string _pivot;
    private readonly Dictionary<string, DatedValues> _perPivot;

    /// <summary>A table of rates.</summary>
    /// <param name="pivot">The currency against which all are quoted, for instance EUR.</param>
    /// <param name="perPivot">By currency: how many units of it one unit of the pivot is worth; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is 0 or less.</exception>
    public ExchangeRateTable(string pivot, IEnumerable<KeyValuePair<string, IEnumerable<KeyValuePair<DateOnly, decimal>>>> perPivot)
    {
        ArgumentNullException.ThrowIfNull(perPivot);
        _pivot = pivot;
        _perPivot = perPivot.ToDictionary(pair => pair.Key, pair => new DatedValues(pair.Value), StringComparer.Ordinal);
        if (_perPivot.FirstOrDefault(pair => pair.Value.Smallest <= 0) is { Key: { } faulty })
            throw new ArgumentOutOfRangeException(nameof(perPivot), _perPivot[faulty].Smallest, $"Expected rates above 0 for {faulty}.");
    }

    /// <summary>No rates at all: only a currency in itself and its minor units.</summary>
    public static ExchangeRateTable None { get; } = new("", []);

    /// <inheritdoc/>
    public Figure Rate(string source, string target, DateOnly day)
    {
        if (source == target)
            return Figure.Of(1);
        var (minorFrom, minorTo) = (MinorUnit.Find(source), MinorUnit.Find(target));
        var (majorFrom, majorTo) = (minorFrom?.Major ?? source, minorTo?.Major ?? target);
        var (perFrom, perTo) = (minorFrom?.PerMajor ?? 1, minorTo?.PerMajor ?? 1);
        if (majorFrom == majorTo)
            return Figure.Of((decimal)perTo / perFrom);
        if (PerPivot(majorFrom, day) is not { } one)
            return Missing(source, target, majorFrom, day);
        if (PerPivot(majorTo, day) is not { } other)
            return Missing(source, target, majorTo, day);

        // Multiplied first and divided once: 1 / (1 / x) would lose some of x.
        return Figure.Of(other * perTo / (one * perFrom));
    }

    private decimal? PerPivot(string currency, DateOnly date) => currency == _pivot ? 1 : _perPivot.GetValueOrDefault(currency)?.At(date)?.Value;

    private static Figure Missing(string from, string to, string missing, DateOnly date) => Figure.Unavailable(string.Create(
        CultureInfo.InvariantCulture,
        $"There is no exchange rate from {from} to {to}: none of {missing} on or before {date:yyyy-MM-dd}."));
}
