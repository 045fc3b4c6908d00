using FinanceHub.Web.Layout;

namespace FinanceHub.Web.Activities;

/// <summary>A type of activity: what it is called, and what the form asks for.</summary>
/// <param name="Type">As the API names it.</param>
/// <param name="Label">As people name it.</param>
/// <param name="About">What it is for.</param>
/// <param name="Fields">Beside those that all have.</param>
public sealed record ActivityKind(string Type, string Label, string About, ActivityFields Fields)
{
    private const ActivityFields Trade = ActivityFields.Symbol | ActivityFields.Quantity | ActivityFields.UnitPrice | ActivityFields.Fee | ActivityFields.Account;

    private const ActivityFields Payment = ActivityFields.Amount | ActivityFields.Account;

    public static IReadOnlyList<ActivityKind> All { get; } =
    [
        new("BUY", "Purchase", "Securities bought for cash.", Trade),
        new("SELL", "Sale", "Securities sold for cash.", Trade),
        new("DIVIDEND", "Dividend", "What an instrument paid out, before tax.", Payment | ActivityFields.Symbol | ActivityFields.Tax),
        new("INTEREST", "Interest", "Interest on cash, before tax.", Payment | ActivityFields.Tax),
        new("DEPOSIT", "Deposit", "Cash brought in from outside, or received for another currency.", Payment | ActivityFields.Exchange),
        new("WITHDRAWAL", "Withdrawal", "Cash taken out, or given for another currency.", Payment | ActivityFields.Exchange),
        new("FEE", "Fee", "A charge that belongs to no trade, such as for custody.", Payment),
        new("TAX", "Tax", "A tax that belongs to no dividend and no interest.", Payment),
        new("SPLIT", "Split", "Every share becomes more or fewer shares: 2 new for 1 old doubles them.", ActivityFields.Symbol | ActivityFields.Ratio),
        new("TRANSFER", "Transfer", "Shares or cash moved without a trade. With a target account it stays in the portfolio. Without one it comes in, or goes out where the number is below 0; shares that come in need what one of them had cost.", Payment | ActivityFields.Symbol | ActivityFields.Quantity | ActivityFields.UnitPrice | ActivityFields.ToAccount),
        new("RETURN_OF_CAPITAL", "Return of capital", "A payment of an instrument that gives back what it cost.", Payment | ActivityFields.Symbol),
    ];

    /// <summary>For the filter.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [new("", "All"), .. All.Select(kind => new Choice(kind.Type, kind.Label))];

    public static ActivityKind? Find(string? type) => All.FirstOrDefault(kind => string.Equals(kind.Type, type, StringComparison.OrdinalIgnoreCase));

    public static string LabelOf(string? type) => Find(type)?.Label ?? type ?? "";

    public bool Has(ActivityFields field) => Fields.HasFlag(field);
}
