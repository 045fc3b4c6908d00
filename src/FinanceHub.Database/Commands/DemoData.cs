using FinanceHub.Data.Alerts;
using FinanceHub.Data.Prices.Offline;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Database.Commands;

/// <summary>
/// An account to look at: three years of a saver with two brokers in two currencies. The same on every machine, at the prices of the
/// offline provider, so that what was paid fits what is shown.
/// </summary>
internal static class DemoData
{
    public const string Email = "demo@financehub.example";

    /// <summary>Known to everybody: it guards nothing.</summary>
    public const string Password = "Demo-portfolio-1";

    public const string Currency = "EUR";

    private const string Home = "Home broker";
    private const string Overseas = "Overseas broker";

    private static readonly DateOnly First = new(2023, 11, 1);
    private static readonly DateOnly Last = new(2026, 10, 30);

    // The offline series are adjusted for splits; what was paid before one is the price times its ratio.
    private static readonly (string Symbol, DateOnly Date, int Numerator, string Currency)[] Splits =
    [
        ("GLOBEX", new(2024, 8, 1), 2, "EUR"),
        ("STARK", new(2025, 6, 10), 3, "USD"),
    ];

    /// <summary>What is bought when: every how many months, beginning with which, for how much.</summary>
    private static readonly (string Symbol, string Currency, int Every, int From, decimal Budget)[] Plans =
    [
        ("WORLDIDX", "EUR", 1, 0, 700m),
        ("RURITAN", "EUR", 3, 1, 700m),
        ("ACME", "EUR", 4, 0, 600m),
        ("GLOBEX", "EUR", 5, 2, 650m),
        ("HOOLI", "USD", 2, 0, 420m),
        ("STARK", "USD", 3, 1, 480m),
        ("YOYODYNE", "USD", 3, 2, 350m),
        ("DUCKCOIN", "USD", 6, 4, 150m),
    ];

    /// <summary>The portfolio of shares, bonds and funds.</summary>
    public static IReadOnlyList<Activity> Wealth { get; } = [.. Saver().OrderBy(activity => activity.Date)];

    /// <summary>A savings plan: one fund, every month, at average cost.</summary>
    public static IReadOnlyList<Activity> Savings { get; } = [.. Plan()];

    /// <summary>What is watched.</summary>
    public static IReadOnlyList<string> Watched { get; } = ["AURUM", "BEDROCK", "TYRELL", "WAYNE", "WONKA"];

    /// <summary>What is waited for; the first has come true on any day.</summary>
    public static IReadOnlyList<(string Symbol, AlertKind Kind, decimal Threshold)> Alerts { get; } =
        [("WAYNE", AlertKind.PriceAbove, 1m), ("AURUM", AlertKind.PriceBelow, 5m), ("TYRELL", AlertKind.PercentMove, 3m)];

    private static IEnumerable<Activity> Saver()
    {
        var held = new Dictionary<string, decimal>(StringComparer.Ordinal);
        for (var (month, number) = (First, 0); month <= Last; (month, number) = (month.AddMonths(1), number + 1))
        {
            yield return Cash(ActivityType.Deposit, Weekday(month), number == 0 ? 5_000m : 1_150m, "EUR", Home);
            yield return Cash(ActivityType.Deposit, Weekday(month.AddDays(1)), number == 0 ? 3_000m : 420m, "USD", Overseas);
            foreach (var split in Splits.Where(split => split.Date.Year == month.Year && split.Date.Month == month.Month))
            {
                yield return new() { Date = split.Date, Sequence = 0, Type = ActivityType.Split, Currency = split.Currency, Symbol = split.Symbol, Numerator = split.Numerator, Denominator = 1 };
                held[split.Symbol] = held.GetValueOrDefault(split.Symbol) * split.Numerator;
            }

            foreach (var plan in Plans.Where(plan => number >= plan.From && (number - plan.From) % plan.Every == 0))
            {
                var date = Weekday(month.AddDays(11 + (number % 5)));
                var price = Price(plan.Symbol, date);
                var quantity = Math.Max(1, Math.Floor(plan.Budget / price));
                held[plan.Symbol] = held.GetValueOrDefault(plan.Symbol) + quantity;
                yield return Trade(ActivityType.Buy, date, plan.Symbol, quantity, price, plan.Currency, AccountOf(plan.Currency));
            }

            foreach (var activity in Income(month, number, held))
                yield return activity;
            if (number is 14 or 26)
            {
                var (date, sold) = (Weekday(month.AddDays(20)), Math.Floor(held["ACME"] / 3));
                held["ACME"] -= sold;
                yield return Trade(ActivityType.Sell, date, "ACME", sold, Price("ACME", date), "EUR", Home);
            }
        }

        yield return Cash(ActivityType.Withdrawal, Weekday(new(2025, 7, 4)), 1_500m, "EUR", Home);
        yield return new()
        {
            Date = Weekday(new(2026, 3, 16)),
            Sequence = 0,
            Type = ActivityType.Transfer,
            Currency = "EUR",
            Symbol = "WORLDIDX",
            Quantity = 3,
            Account = Home,
            ToAccount = "Retirement account",
        };
    }

    private static IEnumerable<Activity> Income(DateOnly month, int number, Dictionary<string, decimal> held)
    {
        if (month.Month % 3 == 0 && held.TryGetValue("GLOBEX", out var globex))
            yield return Dividend(Weekday(month.AddDays(24)), "GLOBEX", globex * 0.42m, "EUR", 0.26375m);
        if (month.Month % 3 == 0 && held.TryGetValue("STARK", out var stark))
            yield return Dividend(Weekday(month.AddDays(20)), "STARK", stark * 0.31m, "USD", 0.15m);
        if (month.Month is 6 or 12)
            yield return Dividend(Weekday(month.AddDays(18)), "WORLDIDX", held["WORLDIDX"] * 0.85m, "EUR", 0.18463m);
        if (month.Month == 12)
        {
            var day = Weekday(month.AddDays(29));
            yield return Cash(ActivityType.Interest, day, 18.40m + (number * 1.75m), "EUR", Home) with { Tax = decimal.Round((18.40m + (number * 1.75m)) * 0.26375m, 2) };
            yield return Cash(ActivityType.Fee, day, 24m, "EUR", Home);
            yield return Cash(ActivityType.Tax, day, 11.35m, "EUR", Home);
        }
    }

    private static IEnumerable<Activity> Plan()
    {
        for (var month = First; month <= Last; month = month.AddMonths(1))
        {
            var date = Weekday(month.AddDays(4));
            var price = Price("NARNIA", date);
            yield return Cash(ActivityType.Deposit, date, 200m, "GBP", null);
            yield return Trade(ActivityType.Buy, date, "NARNIA", decimal.Round(198m / price, 4), price, "GBP", null) with { Fee = 1m };
        }
    }

    private static Activity Dividend(DateOnly date, string symbol, decimal gross, string currency, decimal tax) =>
        Cash(ActivityType.Dividend, date, decimal.Round(gross, 2), currency, AccountOf(currency)) with { Symbol = symbol, Tax = decimal.Round(gross * tax, 2) };

    private static Activity Cash(ActivityType type, DateOnly date, decimal amount, string currency, string? account) =>
        new() { Date = date, Sequence = 0, Type = type, Currency = currency, Amount = amount, Account = account };

    private static Activity Trade(ActivityType type, DateOnly date, string symbol, decimal quantity, decimal price, string currency, string? account) => new()
    {
        Date = date,
        Sequence = 0,
        Type = type,
        Currency = currency,
        Symbol = symbol,
        Quantity = quantity,
        UnitPrice = price,
        Fee = decimal.Round(1m + (quantity * price * 0.0025m), 2),
        Account = account,
    };

    private static string AccountOf(string currency) => currency == "EUR" ? Home : Overseas;

    private static decimal Price(string symbol, DateOnly date) =>
        Splits.Where(split => split.Symbol == symbol && split.Date > date).Aggregate(OfflinePriceProvider.PriceOf(symbol, date), (price, split) => price * split.Numerator);

    private static DateOnly Weekday(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(2),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };
}
