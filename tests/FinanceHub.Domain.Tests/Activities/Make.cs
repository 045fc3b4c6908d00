using FinanceHub.Domain.Activities;

namespace FinanceHub.Domain.Tests.Activities;

/// <summary>Activities for tests, in EUR, of ACME.</summary>
internal static class Make
{
    public const string Symbol = "ACME";
    public const string Currency = "EUR";
    public static readonly DateOnly Start = new(2025, 1, 1);

    public static Activity Buy(int day, decimal quantity, decimal price, decimal fee = 0) => Trade(ActivityType.Buy, day, quantity, price, fee);

    public static Activity Sell(int day, decimal quantity, decimal price, decimal fee = 0) => Trade(ActivityType.Sell, day, quantity, price, fee);

    public static Activity Split(int day, int numerator, int denominator) =>
        Base(ActivityType.Split, day) with { Symbol = Symbol, Numerator = numerator, Denominator = denominator };

    public static Activity Cash(ActivityType type, int day, decimal amount, decimal tax = 0) => Base(type, day) with
    {
        Amount = amount,
        Tax = tax,
        Symbol = type is ActivityType.Dividend or ActivityType.ReturnOfCapital ? Symbol : null,
    };

    public static Activity TransferUnits(int day, decimal quantity, decimal? price = null) =>
        Base(ActivityType.Transfer, day) with { Symbol = Symbol, Quantity = quantity, UnitPrice = price };

    public static Activity TransferCash(int day, decimal amount) => Base(ActivityType.Transfer, day) with { Amount = amount };

    private static Activity Trade(ActivityType type, int day, decimal quantity, decimal price, decimal fee) =>
        Base(type, day) with { Symbol = Symbol, Quantity = quantity, UnitPrice = price, Fee = fee };

    private static Activity Base(ActivityType type, int day) => new() { Date = Start.AddDays(day), Sequence = day, Type = type, Currency = Currency };
}
