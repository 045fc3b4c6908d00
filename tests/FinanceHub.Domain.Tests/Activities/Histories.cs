using CsCheck;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Tests.Activities;

/// <summary>Portfolios of two instruments in two currencies and two accounts with all that can happen to them, and markets to value them in.</summary>
internal static class Histories
{
    public const int Days = 80;

    private static readonly string[] Symbols = ["ACME", "HOOLI"];
    private static readonly string?[] Accounts = [null, "Depot"];

    private static readonly Gen<Step> Steps =
        from kind in Gen.Int[0, 18]
        from symbol in Gen.Int[0, 1]
        from account in Gen.Int[0, 1]
        from quantity in Gen.Int[1, 100_000]
        from price in Gen.Int[0, 500_000]
        from money in Gen.Int[1, 1_000_000]
        from share in Gen.Int[1, 100]
        from gap in Gen.Int[0, 3]
        from numerator in Gen.Int[1, 12]
        from denominator in Gen.Int[1, 12]
        select new Step(kind, symbol, account, quantity / 100m, price / 1000m, money / 100m, share, gap, numerator, denominator);

    /// <summary>Activities that stand, over fewer than <see cref="Days"/> days from <see cref="Make.Start"/> on.</summary>
    public static readonly Gen<IReadOnlyList<Activity>> All = Steps.List[1, 40].Select(IReadOnlyList<Activity> (steps) => Build(steps));

    /// <summary>A price for every day, in EUR for ACME and in USD or cents of it for HOOLI, and a rate for every day.</summary>
    public static readonly Gen<MarketData> Markets =
        from acme in Gen.Int[1, 400_000].Array[Days + 2]
        from hooli in Gen.Int[1, 400_000].Array[Days + 2]
        from dollar in Gen.Int[5000, 20_000].Array[Days + 2]
        select new MarketData(
            new Dictionary<string, PriceSeries>
            {
                ["ACME"] = new("ACME", "EUR", PriceBasis.Raw, Dated(acme, 1000m)),
                ["HOOLI"] = new("HOOLI", "USD", PriceBasis.Raw, Dated(hooli, 1000m)),
            },
            new ExchangeRateTable("EUR", [KeyValuePair.Create("USD", Dated(dollar, 10_000m))]));

    public static DateOnly Last => Make.Start.AddDays(Days);

    public static string CurrencyOf(string symbol) => symbol == "ACME" ? "EUR" : "USD";

    /// <summary>Sells whatever is left in every account.</summary>
    public static IReadOnlyList<Activity> Closed(IReadOnlyList<Activity> history, decimal price)
    {
        var all = history.ToList();
        foreach (var position in Ledger.Replay(history, out _)!.Positions.Values)
        {
            foreach (var (account, quantity) in position.Accounts)
            {
                all.Add(Base(ActivityType.Sell, Days, all.Count, position.Symbol) with
                {
                    Quantity = quantity,
                    UnitPrice = price,
                    Account = account.Length == 0 ? null : account,
                });
            }
        }

        return all;
    }

    private static List<Activity> Build(IReadOnlyList<Step> steps)
    {
        var activities = new List<Activity>();
        var day = 1;
        foreach (var step in steps)
        {
            day = Math.Min(day + step.Gap, Days - 1);
            activities.Add(ActivityOf(step, day, activities) with { Sequence = activities.Count });
            if (activities[^1] is { Exchange: not null } given)
                activities.Add(given with { Type = ActivityType.Deposit, Currency = CurrencyOf(Symbols[1 - step.Symbol]), Account = Accounts[1 - step.Account], Amount = step.Quantity, Sequence = activities.Count });
        }

        return activities;
    }

    private static Activity ActivityOf(Step step, int day, List<Activity> before)
    {
        var (symbol, account) = (Symbols[step.Symbol], Accounts[step.Account]);
        var other = Accounts[1 - step.Account];
        var held = Ledger.Replay(before, out _)!.Positions.GetValueOrDefault(symbol)?.Accounts.FirstOrDefault(one => one.Key == (account ?? "")).Value ?? 0;
        var share = decimal.Round(held * step.Share / 100, Precision.Decimals, MidpointRounding.ToZero);
        var units = Base(ActivityType.Buy, day, 0, symbol) with { Account = account, Quantity = step.Quantity, UnitPrice = step.Price, Fee = step.Money / 100 };
        var cash = Base(ActivityType.Deposit, day, 0, symbol) with { Account = account, Symbol = null, Amount = step.Money };
        return step.Kind switch
        {
            0 or 1 or 2 => units,
            3 or 4 when share > 0 => units with { Type = ActivityType.Sell, Quantity = share },
            5 when step.Numerator != step.Denominator => Base(ActivityType.Split, day, 0, symbol) with { Numerator = step.Numerator, Denominator = step.Denominator },
            6 => units with { Type = ActivityType.Transfer, Fee = 0 },
            7 when share > 0 => units with { Type = ActivityType.Transfer, Fee = 0, Quantity = -share, UnitPrice = null },
            8 when share > 0 && other is not null => units with { Type = ActivityType.Transfer, Fee = 0, Quantity = share, UnitPrice = null, ToAccount = other },
            9 => cash with { Type = ActivityType.Transfer, ToAccount = account is null ? "Depot" : "Other" },
            10 => cash with { Type = ActivityType.Transfer, Amount = -step.Money },
            11 => cash with { Type = ActivityType.ReturnOfCapital, Symbol = symbol },
            12 => cash with { Type = ActivityType.Dividend, Symbol = symbol, Tax = step.Money / 4 },
            13 => cash with { Type = ActivityType.Interest, Tax = step.Money / 4 },
            14 => cash with { Type = ActivityType.Fee },
            15 => cash with { Type = ActivityType.Tax },
            16 => cash with { Type = ActivityType.Withdrawal },
            17 => cash with { Type = ActivityType.Withdrawal, Exchange = $"Exchange {before.Count}" },
            _ => cash,
        };
    }

    private static Activity Base(ActivityType type, int day, int sequence, string symbol) =>
        new() { Type = type, Date = Make.Start.AddDays(day), Sequence = sequence, Currency = CurrencyOf(symbol), Symbol = symbol };

    private static IEnumerable<KeyValuePair<DateOnly, decimal>> Dated(IEnumerable<int> values, decimal unit) =>
        values.Select((value, index) => KeyValuePair.Create(Make.Start.AddDays(index), value / unit));

    private sealed record Step(
        int Kind, int Symbol, int Account, decimal Quantity, decimal Price, decimal Money, int Share, int Gap, int Numerator, int Denominator);
}
