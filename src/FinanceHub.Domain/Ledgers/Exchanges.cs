using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;

namespace FinanceHub.Domain.Ledgers;

/// <summary>Withdrawals and deposits that are the two sides of one currency exchange: nothing comes in from outside and nothing goes out.</summary>
/// <remarks>
/// A side without its other is what it was before there were exchanges, a withdrawal or a deposit: whoever enters one after the other,
/// deletes one, or goes back to a release that knows no exchanges has the same cash all the time.
/// </remarks>
internal sealed class Exchanges
{
    private readonly Dictionary<(string Name, DateOnly Date), (Activity Given, Activity Received)> _pairs = [];

    /// <summary>The exchanges among activities.</summary>
    public static Exchanges Of(IEnumerable<Activity> activities)
    {
        var exchanges = new Exchanges();
        foreach (var sides in activities.Where(activity => activity.Exchange is not null).GroupBy(activity => (activity.Exchange!, activity.Date)))
        {
            if (sides.Select(MinorUnit.InMajor).OrderBy(side => side.Type == ActivityType.Deposit).ToList() is
                [{ Type: ActivityType.Withdrawal } given, { Type: ActivityType.Deposit } received] && given.Currency != received.Currency)
                exchanges._pairs.Add(sides.Key, (given, received));
        }

        return exchanges;
    }

    /// <summary>What was given for a deposit, in the major currency; for the withdrawal itself that one. Null if the activity is no side of an exchange.</summary>
    public Activity? GivenFor(Activity activity) =>
        activity.Exchange is { } name && _pairs.TryGetValue((name, activity.Date), out var pair) ? pair.Given : null;
}
