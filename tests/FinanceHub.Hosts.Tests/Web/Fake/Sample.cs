using System.Globalization;

namespace FinanceHub.Hosts.Tests.Web.Fake;

/// <summary>Somebody's portfolios, and a name in them that would break a page which trusts it.</summary>
internal static class Sample
{
    public const string Hostile = "<script>alert(1)</script>";

    public static readonly Guid PortfolioId = new("0198a000-0000-7000-8000-000000000001");

    public static readonly Guid OtherId = new("0198a000-0000-7000-8000-000000000002");

    public static readonly Guid AccountId = new("0198a000-0000-7000-8000-000000000003");

    public static readonly Guid ActivityId = new("0198a000-0000-7000-8000-000000000004");

    public static readonly Guid ImportId = new("0198a000-0000-7000-8000-000000000005");

    public static readonly Guid FaultyImportId = new("0198a000-0000-7000-8000-000000000006");

    public static readonly Guid WatchlistId = new("0198a000-0000-7000-8000-000000000007");

    public static readonly Guid AlertId = new("0198a000-0000-7000-8000-000000000008");

    public static object Portfolio { get; } = new { id = PortfolioId, name = "Long-term savings", currency = "EUR", costMethod = "FIFO", createdAt = "2021-03-01T09:00:00Z" };

    public static object OtherPortfolio { get; } = new { id = OtherId, name = $"Trading {Hostile}", currency = "USD", costMethod = "AVERAGE", createdAt = "2025-03-01T09:00:00Z" };

    public static object[] Instruments { get; } =
    [
        new { symbol = "ACME", name = "Acme Corporation", currency = "EUR", assetClass = "EQUITY" },
        new { symbol = "GLOBEX", name = "Globex International Holdings plc", currency = "USD", assetClass = "EQUITY" },
        new { symbol = "WORLD.ETF", name = "All World Accumulating Fund", currency = "EUR", assetClass = "FUND" },
    ];

    public static object[] Accounts { get; } =
    [
        new { id = AccountId, name = "Main broker", activities = 118, cash = new[] { new { currency = "EUR", balance = 3_412.55m }, new { currency = "USD", balance = -120.10m } }, value = Figure(71_034.20m) },
        new { id = OtherId, name = $"Savings {Hostile}", activities = 13, cash = new[] { new { currency = "EUR", balance = 8_000m } }, value = Figure(8_000m) },
    ];

    public static object[] Activities { get; } =
    [
        Activity(ActivityId, "2026-10-12", "BUY", "ACME", quantity: 12.5m, unitPrice: 98.4m, fee: 4.9m, note: Hostile),
        Activity(Id(11), "2026-09-30", "DIVIDEND", "WORLD.ETF", amount: 84.12m, tax: 22.18m),
        Activity(Id(12), "2026-09-02", "SELL", "GLOBEX", quantity: 5, unitPrice: 210.55m, currency: "USD", fee: 1),
        Activity(Id(13), "2026-08-15", "SPLIT", "ACME", numerator: 2, denominator: 1),
        Activity(Id(14), "2026-08-01", "DEPOSIT", null, amount: 2_500, exchange: $"FX {Hostile}"),
        Activity(Id(15), "2026-07-20", "TRANSFER", null, amount: 500, toAccount: "Savings"),
        Activity(Id(16), "2026-07-01", "INTEREST", null, amount: 12.31m, tax: 3.25m),
        Activity(Id(17), "2026-06-01", "RETURN_OF_CAPITAL", "GLOBEX", amount: 20, currency: "USD"),
    ];

    public static object Watchlist { get; } = new
    {
        id = WatchlistId,
        name = "Ideas",
        revision = 4,
        items = new object[]
        {
            new { symbol = "ACME", name = "Acme Corporation", currency = "EUR", price = 101.2m, priceDate = "2026-11-20", dayChangeShare = Figure(0.0123m), sparkline = SampleFigures.Walk(7, 30, 95) },
            new { symbol = "NEWCO", name = (string?)null, currency = (string?)null, price = (decimal?)null, priceDate = (string?)null, dayChangeShare = NoFigure("There is no price of NEWCO."), sparkline = Array.Empty<decimal>() },
        },
    };

    public static object EmptyWatchlist { get; } = new { id = WatchlistId, name = "Ideas", revision = 4, items = Array.Empty<object>() };

    public static object[] Alerts { get; } =
    [
        new { id = AlertId, symbol = "ACME", kind = "PRICE_ABOVE", threshold = 110m, cooldownHours = 24, enabled = true, lastFiredAt = "2026-11-18T17:02:11Z", createdAt = "2026-10-01T08:00:00Z", revision = 3 },
        new { id = Id(21), symbol = "GLOBEX", kind = "PERCENT_MOVE", threshold = 5m, cooldownHours = 72, enabled = false, lastFiredAt = (string?)null, createdAt = "2026-10-01T08:00:00Z", revision = 1 },
    ];

    public static object History { get; } = new
    {
        items = new object[]
        {
            new { id = Id(31), alertId = AlertId, symbol = "ACME", kind = "PRICE_ABOVE", threshold = 110m, priceDate = "2026-11-18", price = 110.4m, firedAt = "2026-11-18T17:02:11Z", deliveredAt = "2026-11-18T17:02:15Z", readAt = (string?)null },
            new { id = Id(32), alertId = Id(21), symbol = "GLOBEX", kind = "PERCENT_MOVE", threshold = 5m, priceDate = "2026-11-02", price = 188.01m, firedAt = "2026-11-02T22:10:00Z", deliveredAt = "2026-11-02T22:10:04Z", readAt = "2026-11-03T07:00:00Z" },
        },
        page = 1,
        pageSize = 25,
        total = 2,
        unread = 1,
    };

    public static object NoHistory { get; } = new { items = Array.Empty<object>(), page = 1, pageSize = 25, total = 0, unread = 0 };

    public static object Import { get; } = new
    {
        id = ImportId,
        rows = 3,
        accepted = 2,
        duplicates = 1,
        errors = Array.Empty<object>(),
        errorCount = 0,
        sample = new object[]
        {
            new { row = 2, duplicate = false, activity = new { date = "2026-01-05", type = "BUY", symbol = "ACME", quantity = 10, unitPrice = 100, currency = "EUR", fee = 4.9m } },
            new { row = 3, duplicate = false, activity = new { date = "2026-01-06", type = "DEPOSIT", amount = 1000, currency = "EUR", account = Hostile } },
            new { row = 4, duplicate = true, activity = new { date = "2026-01-07", type = "SELL", symbol = "ACME", quantity = 2, unitPrice = 101.5m, currency = "EUR" } },
        },
        expiresAt = "2026-11-25T12:00:00Z",
    };

    public static object FaultyImport { get; } = new
    {
        id = FaultyImportId,
        rows = 240,
        accepted = 238,
        duplicates = 0,
        errors = new object[]
        {
            new { row = 7, column = "date", message = "Expected a date like 2026-01-31; the file's dates are ambiguous: choose dateFormat.", value = "03/04/2026" },
            new { row = 19, column = (string?)null, message = "Expected 12 fields, found 11.", value = Hostile },
        },
        errorCount = 2,
        sample = Array.Empty<object>(),
        expiresAt = "2026-11-25T12:00:00Z",
    };

    public static object Figure(decimal value) => new { value = (decimal?)value, reason = (string?)null };

    public static object NoFigure(string reason) => new { value = (decimal?)null, reason };

    private static Guid Id(int number) => new($"0198a000-0000-7000-8000-{number.ToString("D12", CultureInfo.InvariantCulture)}");

    private static object Activity(
        Guid id, string date, string type, string? symbol, decimal? quantity = null, decimal? unitPrice = null, decimal? amount = null, string currency = "EUR",
        decimal fee = 0, decimal tax = 0, int? numerator = null, int? denominator = null, string? toAccount = null, string? note = null, string? exchange = null) => new
        {
            id,
            date,
            sequence = 1,
            type,
            symbol,
            quantity,
            unitPrice,
            amount,
            currency,
            fee,
            feeCurrency = (string?)null,
            tax,
            numerator,
            denominator,
            account = type == "SPLIT" ? null : "Main broker",
            toAccount,
            exchange,
            note,
            externalId = (string?)null,
            revision = 3,
        };
}
