using System.Globalization;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Activities;

/// <summary>What a single activity must satisfy, before the ledger is asked.</summary>
public static class ActivityRules
{
    /// <summary>No quantity, price, charge or amount may exceed it.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    /// <summary>The largest quantity × unit price of a trade: sums of millions of them stay within <c>decimal</c>.</summary>
    public const decimal LargestTrade = 1_000_000_000_000_000m;

    /// <summary>The largest side of a split ratio.</summary>
    public const int LargestRatio = 10_000;

    /// <summary>The longest symbol.</summary>
    public const int LongestSymbol = 32;

    /// <summary>The longest name of a currency exchange.</summary>
    public const int LongestExchange = 64;

    /// <summary>The first day an activity can be on, 1900-01-01: before it are misread years, and no portfolio that anybody still has.</summary>
    public static DateOnly Earliest { get; } = new(1900, 1, 1);

    /// <summary>All faults of <paramref name="activity"/> at once; none if it can be entered.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="today">The last day that is not in the future.</param>
    public static IReadOnlyList<ActivityFault> Check(Activity activity, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var faults = CheckCommon(activity.Date, activity.Currency, today).ToList();
        CheckFields(activity, ActivityShape.Of(activity), faults);
        return faults;
    }

    /// <summary>The faults of what every type has; for an activity whose type is not known.</summary>
    public static IReadOnlyList<ActivityFault> CheckCommon(DateOnly date, string currency, DateOnly today)
    {
        var faults = new List<ActivityFault>();
        CheckDate(date, today, faults);
        if (!IsCurrency(currency))
            faults.Add(new("currency", $"Expected a three-letter currency code, found \"{currency}\"."));
        return faults;
    }

    private static void CheckDate(DateOnly date, DateOnly today, List<ActivityFault> faults)
    {
        if (date > today)
            faults.Add(new("date", $"Expected a date up to {Text(today)}, found {Text(date)}, which is in the future."));
        else if (date < Earliest)
            faults.Add(new("date", $"Expected a date from {Text(Earliest)} on, found {Text(date)}."));
    }

    private static void CheckFields(Activity activity, ActivityShape shape, List<ActivityFault> faults)
    {
        CheckSymbol(activity, shape.Symbol, faults);
        CheckAccounts(activity, shape, faults);
        CheckNumber("quantity", activity.Quantity, shape.Quantity, activity.Type, faults);
        if (shape.Quantity is not null && activity.Quantity is { } units && !Precision.Fits(units))
            faults.Add(new("quantity", $"Expected at most {Precision.Decimals} decimals, found {Text(units)}."));
        CheckNumber("unitPrice", activity.UnitPrice, shape.UnitPrice ? Sign.NotNegative : null, activity.Type, faults);
        // Of what is out of its range no product is taken: it may be beyond decimal, whichever side of zero it is on.
        if (shape.UnitPrice && activity is { Quantity: > 0 and <= Largest and var quantity, UnitPrice: > 0 and <= Largest and var price } && quantity * price > LargestTrade)
            faults.Add(new("unitPrice", $"Expected a trade of at most {LargestTrade} in total, found {Text(quantity * price)}."));
        CheckNumber("amount", activity.Amount, shape.Amount, activity.Type, faults);
        CheckCharge("fee", activity.Fee, shape.Fee, activity.Type, faults);
        CheckFeeCurrency(activity, shape.Fee, faults);
        CheckCharge("tax", activity.Tax, shape.Tax, activity.Type, faults);
        if (shape.Tax && activity.Tax > activity.Amount)
            faults.Add(new("tax", $"Expected a tax up to the amount of {Text(activity.Amount.Value)}, found {Text(activity.Tax)}."));
        CheckRatio(activity, shape.Ratio, faults);
        CheckExchange(activity, shape.Exchange, faults);
    }

    private static void CheckAccounts(Activity activity, ActivityShape shape, List<ActivityFault> faults)
    {
        CheckAccount("account", activity.Account, shape.Account, activity.Type, faults);
        CheckAccount("toAccount", activity.ToAccount, shape.ToAccount, activity.Type, faults);
        if (shape.ToAccount && activity.ToAccount is { } target && target == activity.Account)
            faults.Add(new("toAccount", $"Expected another account than \"{target}\", which it comes from."));
    }

    private static void CheckAccount(string field, string? name, bool wanted, ActivityType type, List<ActivityFault> faults)
    {
        if (name is null)
            return;
        if (!wanted)
            faults.Add(Foreign(field, type));
        else if (!AccountName.IsValid(name))
            faults.Add(new(field, $"Expected 1 to {AccountName.Longest} characters without control characters or surrounding space, found \"{name}\"."));
    }

    private static void CheckFeeCurrency(Activity activity, bool wanted, List<ActivityFault> faults)
    {
        if (activity.FeeCurrency is not { } code)
            return;
        if (!wanted)
            faults.Add(Foreign("feeCurrency", activity.Type));
        else if (!IsCurrency(code))
            faults.Add(new("feeCurrency", $"Expected a three-letter currency code, found \"{code}\"."));
    }

    private static void CheckSymbol(Activity activity, bool wanted, List<ActivityFault> faults)
    {
        if (!wanted && activity.Symbol is not null)
            faults.Add(Foreign("symbol", activity.Type));
        else if (wanted && !IsSymbol(activity.Symbol))
            faults.Add(new("symbol", $"Expected 1 to {LongestSymbol} capital letters, digits, dots, hyphens or carets, found \"{activity.Symbol}\"."));
    }

    private static void CheckNumber(string field, decimal? value, Sign? sign, ActivityType type, List<ActivityFault> faults)
    {
        if (sign is null)
        {
            if (value is not null)
                faults.Add(Foreign(field, type));
            return;
        }

        var range = sign switch
        {
            Sign.Positive => $"above 0 and up to {Largest}",
            Sign.NotNegative => $"from 0 to {Largest}",
            _ => $"from -{Largest} (out) to {Largest} (in) other than 0",
        };
        if (value is null)
            faults.Add(new(field, $"Expected a number {range}, found none."));
        else if (Math.Abs(value.Value) > Largest || (value < 0 && sign != Sign.Either) || (value == 0 && sign != Sign.NotNegative))
            faults.Add(new(field, $"Expected a number {range}, found {Text(value.Value)}."));
    }

    private static void CheckCharge(string field, decimal value, bool wanted, ActivityType type, List<ActivityFault> faults)
    {
        if (!wanted && value != 0)
            faults.Add(Foreign(field, type));
        else if (value is < 0 or > Largest)
            faults.Add(new(field, $"Expected a number from 0 to {Largest}, found {Text(value)}."));
    }

    private static void CheckRatio(Activity activity, bool wanted, List<ActivityFault> faults)
    {
        CheckRatioSide("numerator", activity.Numerator, wanted, activity.Type, faults);
        CheckRatioSide("denominator", activity.Denominator, wanted, activity.Type, faults);
        if (wanted && activity.Numerator is { } numerator && numerator == activity.Denominator)
            faults.Add(new("numerator", $"Expected a ratio other than {numerator}:{numerator}, which changes nothing."));
    }

    private static void CheckRatioSide(string field, int? value, bool wanted, ActivityType type, List<ActivityFault> faults)
    {
        if (!wanted && value is not null)
            faults.Add(Foreign(field, type));
        else if (wanted && value is not (>= 1 and <= LargestRatio))
            faults.Add(new(field, $"Expected a whole number from 1 to {LargestRatio}, found {value?.ToString(CultureInfo.InvariantCulture) ?? "none"}."));
    }

    private static void CheckExchange(Activity activity, bool wanted, List<ActivityFault> faults)
    {
        if (activity.Exchange is not { } name)
            return;
        if (!wanted)
            faults.Add(Foreign("exchange", activity.Type));
        else if (name.Length is 0 or > LongestExchange || name.Any(char.IsControl) || name.Trim() != name)
            faults.Add(new("exchange", $"Expected 1 to {LongestExchange} characters without control characters or surrounding space, found \"{name}\"."));
    }

    private static bool IsCurrency(string code) => CurrencyCode.IsValid(code) || MinorUnit.Find(code) is not null;

    private static ActivityFault Foreign(string field, ActivityType type) => new(field, $"A {ActivityTypeNames.Of(type)} has no {field}: leave it out.");

    private static bool IsSymbol(string? symbol) => symbol is { Length: >= 1 and <= LongestSymbol }
        && symbol.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '^');

    private static string Text(IFormattable value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };
}
