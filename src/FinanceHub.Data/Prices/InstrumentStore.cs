using FinanceHub.Domain.Currencies;
using Microsoft.EntityFrameworkCore;

namespace FinanceHub.Data.Prices;

/// <summary>What anybody who is signed in may look up: instruments, their prices, exchange rates.</summary>
public sealed class InstrumentStore(FinanceHubDbContext database)
{
    /// <summary>Instruments whose symbol begins with a text, then those whose name contains it, in any case.</summary>
    /// <remarks>
    /// It reads the whole table, which is the provider's catalogue and does not grow with the customers. An index on what is
    /// somewhere within a name needs pg_trgm, which not every server has, and which SQLite has nothing like.
    /// </remarks>
    public Task<List<InstrumentEntity>> SearchAsync(string text, int limit, CancellationToken cancellation)
    {
        var upper = text.ToUpperInvariant();
        // SQLite knows upper and lower case of ASCII only: there a name is found if its other letters are written as they are.
        var ascii = string.Create(text.Length, text, static (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = char.IsAscii(source[i]) ? char.ToUpperInvariant(source[i]) : source[i];
        });
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, which knows neither cultures nor comparisons.
        return database.Instruments.AsNoTracking()
            .Where(instrument => instrument.Symbol.StartsWith(upper) || instrument.Name.ToUpper().Contains(upper) || instrument.Name.ToUpper().Contains(ascii))
            .OrderBy(instrument => instrument.Symbol.StartsWith(upper) ? 0 : 1).ThenBy(instrument => instrument.Symbol)
            .Take(limit)
            .ToListAsync(cancellation);
#pragma warning restore CA1304, CA1311, CA1862
    }

    /// <summary>One instrument; null if there is none of that symbol.</summary>
    public Task<InstrumentEntity?> FindAsync(string symbol, CancellationToken cancellation) =>
        database.Instruments.AsNoTracking().SingleOrDefaultAsync(instrument => instrument.Symbol == symbol, cancellation);

    /// <summary>What is said of a symbol that nobody knows, wherever it is found.</summary>
    public static string UnknownText(string? symbol) => $"Expected the symbol of a known instrument, found \"{symbol}\".";

    /// <summary>Those of some symbols that nobody knows: neither is there an instrument, nor has the owner's portfolio an activity with it.</summary>
    /// <remarks>None as long as there are no instruments at all: before the first refresh nobody can tell.</remarks>
    public async Task<IReadOnlySet<string>> UnknownAsync(Guid owner, Guid portfolio, IEnumerable<string?> symbols, CancellationToken cancellation)
    {
        var asked = symbols.OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
            return asked;
        // As one parameter: a file may name more of them than a statement can have.
        var list = asked.ToList();
        var used = database.Activities.Where(activity => activity.PortfolioId == portfolio
            && database.Portfolios.Any(one => one.Id == portfolio && one.OwnerId == owner)
            && EF.Parameter(list).Contains(activity.Symbol!));
        asked.ExceptWith(await database.Instruments.Where(instrument => EF.Parameter(list).Contains(instrument.Symbol)).Select(instrument => instrument.Symbol)
            .Union(used.Select(activity => activity.Symbol!))
            .ToListAsync(cancellation));
        if (asked.Count > 0 && !await database.Instruments.AnyAsync(cancellation))
            asked.Clear();
        return asked;
    }

    /// <summary>The closing prices of an instrument, oldest first.</summary>
    public Task<List<PriceEntity>> PricesAsync(string symbol, DateOnly from, DateOnly to, CancellationToken cancellation) => database.Prices.AsNoTracking()
        .Where(price => price.Symbol == symbol && price.Date >= from && price.Date <= to)
        .OrderBy(price => price.Date)
        .ToListAsync(cancellation);

    /// <summary>What one currency was worth in another, for every day on which that was published, oldest first.</summary>
    public async Task<IReadOnlyList<KeyValuePair<DateOnly, decimal>>> RatesAsync(string source, string target, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var rates = await database.ExchangeRates.AsNoTracking()
            .Where(rate => (rate.Currency == source || rate.Currency == target) && rate.Date <= last)
            .ToListAsync(cancellation);
        var table = new ExchangeRateTable(ExchangeRateEntity.Pivot, rates.GroupBy(rate => rate.Currency, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.Select(rate => KeyValuePair.Create(rate.Date, rate.PerEuro)))));
        return [.. from day in rates.Select(rate => rate.Date).Where(day => day >= first).Distinct().Order()
                   let rate = table.Rate(source, target, day).Value
                   where rate is not null
                   select KeyValuePair.Create(day, rate.Value)];
    }
}
