using FinanceHub.Web.Api;
using FinanceHub.Web.Figures;

namespace FinanceHub.Web.Activities;

/// <summary>What an activity comes to.</summary>
internal static class ActivitySums
{
    /// <summary>The amount, or what the units cost; null where there is neither, or where the product is larger than any number.</summary>
    public static decimal? Amount(NewActivity activity)
    {
        try
        {
            return activity.Amount ?? activity.Quantity * activity.UnitPrice;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static string Charges(NewActivity activity)
    {
        var fee = activity.Fee is > 0 ? "fee " + Display.Money(activity.Fee, string.IsNullOrEmpty(activity.FeeCurrency) ? activity.Currency : activity.FeeCurrency) : null;
        var tax = activity.Tax is > 0 ? "tax " + Display.Money(activity.Tax, activity.Currency) : null;
        return string.Join(", ", new[] { fee, tax }.OfType<string>());
    }
}
