namespace FinanceHub.Worker.Prices;

/// <summary>Companies that exist in stories only, so that nobody takes their prices for real.</summary>
internal static class OfflineCatalogue
{
    public static IReadOnlyList<ListedInstrument> Instruments { get; } =
    [
        new("ACME", "Acme Corporation", "EUR"),
        new("BLUTH", "Bluth Company", "USD"),
        new("CYBER", "Cyberdyne Systems", "USD"),
        new("DUFF", "Duff Breweries", "USD"),
        new("GEKKO", "Gekko and Partners", "GBP"),
        new("GLOBEX", "Globex Industries", "EUR"),
        new("GRINGO", "Gringotts Bank", "GBP"),
        new("HOOLI", "Hooli", "USD"),
        new("INITECH", "Initech Software", "USD"),
        new("KRUSTY", "Krusty Foods", "USD"),
        new("MASSIVE", "Massive Dynamic", "EUR"),
        new("MOMCORP", "Mom's Friendly Robots", "CHF"),
        new("OSCORP", "Oscorp Chemicals", "EUR"),
        new("PIEDPIPE", "Pied Piper", "USD"),
        new("SIRIUS", "Sirius Cybernetics", "GBP"),
        new("SOYLENT", "Soylent Nutrition", "EUR"),
        new("STARK", "Stark Industries", "USD"),
        new("TYRELL", "Tyrell Genetics", "CHF"),
        new("UMBRELLA", "Umbrella Pharma", "EUR"),
        new("WAYNE", "Wayne Enterprises", "USD"),
        new("WONKA", "Wonka Confectionery", "CHF"),
    ];
}
