using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Instruments;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Domain.Valuations;

/// <summary>
/// What prices made of a position on one day: of the units held at the end of the day before what their price did, and of those
/// traded on the day what it did since the trade. Charges and distributions are no part of it; a split changes nothing.
/// </summary>
/// <param name="Change">The value at the end of the day − that of the day before − what was bought for + what was sold for.</param>
/// <param name="Invested">What could gain: the value of the day before and what was bought for.</param>
public sealed record DayGain(Figure Change, Figure Invested)
{
    /// <summary>Nothing held and nothing traded.</summary>
    public static DayGain None { get; } = new(Figure.Of(0), Figure.Of(0));

    /// <summary>The gain on a day.</summary>
    /// <param name="position">The position as it is after all activities.</param>
    /// <param name="activities">Those of the instrument from the day on, in any order; earlier ones make no difference.</param>
    /// <param name="day">The day.</param>
    /// <param name="price">At the end of the day, of one unit of today, in the currency of the position.</param>
    /// <param name="before">The same at the end of the day before.</param>
    public static DayGain Of(Position position, IEnumerable<Activity> activities, DateOnly day, Figure price, Figure before)
    {
        ArgumentNullException.ThrowIfNull(position);
        ArgumentNullException.ThrowIfNull(activities);
        var held = Figure.Of(position.Quantity);
        var (moved, paid, bought) = (Figure.Of(0), Figure.Of(0), Figure.Of(0));
        foreach (var activity in activities.Where(activity => activity.Date >= day).Select(MinorUnit.InMajor))
        {
            var units = UnitsOf(activity, position);
            if (activity.Date > day)
            {
                held -= units;
                continue;
            }

            var cost = CostOf(activity, units, price);
            (moved, paid) = (moved + units, paid + cost);
            if (cost.Value is not < 0)
                bought += cost;
        }

        var (now, then) = (Worth(held, price), Worth(held - moved, before));
        return new DayGain(Precision.Round(now - then - paid), Precision.Round(then + bought));
    }

    /// <summary>The units that came (above 0) or went, as units of today.</summary>
    private static Figure UnitsOf(Activity activity, Position position) => activity switch
    {
        { Type: ActivityType.Buy } => position.Splits.Today(activity),
        { Type: ActivityType.Sell } => Figure.Of(0) - position.Splits.Today(activity),
        { Type: ActivityType.Transfer, ToAccount: null } => position.Splits.Today(activity),
        _ => Figure.Of(0),
    };

    /// <summary>What units were bought (above 0) or sold for. What comes or goes without a trade counts as it does for returns: at the price of the day, on which it gains nothing.</summary>
    private static Figure CostOf(Activity activity, Figure units, Figure price) => activity.Type switch
    {
        ActivityType.Buy => Figure.Of(activity.Quantity!.Value * activity.UnitPrice!.Value),
        ActivityType.Sell => Figure.Of(-activity.Quantity!.Value * activity.UnitPrice!.Value),
        _ => Worth(units, price),
    };

    /// <summary>Nothing is worth nothing, also where there is no price. What a split has left over of a unit is nothing.</summary>
    private static Figure Worth(Figure units, Figure price) => Precision.Round(units) is { Value: 0 } nothing ? nothing : units * price;
}
