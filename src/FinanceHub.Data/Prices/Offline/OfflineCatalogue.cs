using FinanceHub.Data.Prices.Providers;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Prices.Offline;

/// <summary>Companies and funds that exist in stories only, so that nobody takes their prices for real.</summary>
public static class OfflineCatalogue
{
    /// <summary>What there is, by symbol.</summary>
    public static IReadOnlyList<ListedInstrument> Instruments { get; } =
    [
        new("ACME", "Acme Corporation", "EUR", AssetClass.Equity),
        new("AURUM", "Aurum Gold Certificates", "USD", AssetClass.Commodity),
        new("BEDROCK", "Bedrock Real Estate", "USD", AssetClass.RealEstate),
        new("BLUTH", "Bluth Company", "USD", AssetClass.Equity),
        new("CYBER", "Cyberdyne Systems", "USD", AssetClass.Equity),
        new("DUCKCOIN", "Duckcoin", "USD", AssetClass.Crypto),
        new("DUFF", "Duff Breweries", "USD", AssetClass.Equity),
        new("GALLEON", "Galleon", "EUR", AssetClass.Crypto),
        new("GEKKO", "Gekko and Partners", "GBP", AssetClass.Equity),
        new("GLOBEX", "Globex Industries", "EUR", AssetClass.Equity),
        new("GOTHAM30", "Gotham City Bond 2030", "USD", AssetClass.Bond),
        new("GRINGO", "Gringotts Bank", "GBP", AssetClass.Equity),
        new("HOOLI", "Hooli", "USD", AssetClass.Equity),
        new("INITECH", "Initech Software", "USD", AssetClass.Equity),
        new("KRUSTY", "Krusty Foods", "USD", AssetClass.Equity),
        new("MASSIVE", "Massive Dynamic", "EUR", AssetClass.Equity),
        new("MOMCORP", "Mom's Friendly Robots", "CHF", AssetClass.Equity),
        new("NARNIA", "Narnia Government Bonds", "GBP", AssetClass.Bond),
        new("OSCORP", "Oscorp Chemicals", "EUR", AssetClass.Equity),
        new("PIEDPIPE", "Pied Piper", "USD", AssetClass.Equity),
        new("RURITAN", "Ruritania Treasury 2035", "EUR", AssetClass.Bond),
        new("SIRIUS", "Sirius Cybernetics", "GBP", AssetClass.Equity),
        new("SOYLENT", "Soylent Nutrition", "EUR", AssetClass.Equity),
        new("STARK", "Stark Industries", "USD", AssetClass.Equity),
        new("TYRELL", "Tyrell Genetics", "CHF", AssetClass.Equity),
        new("UMBRELLA", "Umbrella Pharma", "EUR", AssetClass.Equity),
        new("WAYNE", "Wayne Enterprises", "USD", AssetClass.Equity),
        new("WONKA", "Wonka Confectionery", "CHF", AssetClass.Equity),
        new("WORLDIDX", "Whole World Index Fund", "EUR", AssetClass.Fund),
        new("YOYODYNE", "Yoyodyne Technology Fund", "USD", AssetClass.Fund),
    ];

    private static readonly Dictionary<string, ListedInstrument> BySymbol = Instruments.ToDictionary(instrument => instrument.Symbol, StringComparer.Ordinal);

    /// <summary>The instrument of a symbol; null if there is none.</summary>
    public static ListedInstrument? Find(string symbol) => BySymbol.GetValueOrDefault(symbol);
}
