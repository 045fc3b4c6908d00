using FinanceHub.Domain.Activities;

namespace FinanceHub.Database.Commands;

/// <summary>A small account to look at; the same on every machine.</summary>
internal static class DemoData
{
    public const string Email = "demo@financehub.example";

    /// <summary>Known to everybody: it guards nothing.</summary>
    public const string Password = "Demo-portfolio-1";

    public const string Portfolio = "Demo";

    public const string Currency = "EUR";

    public static IReadOnlyList<Activity> Activities { get; } =
    [
        Cash(ActivityType.Deposit, new(2025, 1, 2), 10_000m),
        Trade(ActivityType.Buy, new(2025, 1, 6), "ACME", 20m, 95.50m, 4.90m),
        Trade(ActivityType.Buy, new(2025, 3, 3), "GLOBEX", 50m, 41.20m, 4.90m),
        Cash(ActivityType.Dividend, new(2025, 5, 15), 36m) with { Symbol = "GLOBEX", Tax = 9.49m },
        Trade(ActivityType.Buy, new(2025, 6, 2), "ACME", 10m, 101.00m, 4.90m),
        new() { Date = new(2025, 8, 1), Sequence = 0, Type = ActivityType.Split, Currency = Currency, Symbol = "GLOBEX", Numerator = 2, Denominator = 1 },
        Trade(ActivityType.Sell, new(2025, 10, 1), "ACME", 12m, 108.40m, 4.90m),
        Cash(ActivityType.Interest, new(2025, 12, 31), 42.17m) with { Tax = 11.12m },
        Cash(ActivityType.Fee, new(2025, 12, 31), 15m),
    ];

    private static Activity Cash(ActivityType type, DateOnly date, decimal amount) =>
        new() { Date = date, Sequence = 0, Type = type, Currency = Currency, Amount = amount };

    private static Activity Trade(ActivityType type, DateOnly date, string symbol, decimal quantity, decimal price, decimal fee) =>
        new() { Date = date, Sequence = 0, Type = type, Currency = Currency, Symbol = symbol, Quantity = quantity, UnitPrice = price, Fee = fee };
}
