using FinanceHub.Domain.Activities;

namespace FinanceHub.Domain.Currencies;

/// <summary>A part of a currency in which exchanges quote: London in pence (GBp), Johannesburg in cents (ZAc), Tel Aviv in agorot (ILA).</summary>
/// <param name="Code">The code that price feeds use; not ISO 4217.</param>
/// <param name="Major">The ISO 4217 currency.</param>
/// <param name="PerMajor">How many make one of the major currency.</param>
public sealed record MinorUnit(string Code, string Major, int PerMajor)
{
    private static readonly MinorUnit Penny = new("GBp", "GBP", 100);
    private static readonly MinorUnit PennyOfFeeds = new("GBX", "GBP", 100);
    private static readonly MinorUnit Cent = new("ZAc", "ZAR", 100);
    private static readonly MinorUnit Agora = new("ILA", "ILS", 100);

    /// <summary>The minor unit of a code, in exactly that spelling: GBp is a penny, GBP a pound. Null if the code is a currency of its own.</summary>
    public static MinorUnit? Find(string? code) => code switch
    {
        "GBp" => Penny,
        "GBX" => PennyOfFeeds,
        "ZAc" => Cent,
        "ILA" => Agora,
        _ => null,
    };

    /// <summary>The same activity with every amount in major currencies.</summary>
    public static Activity InMajor(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var (unit, fee) = (Find(activity.Currency), Find(activity.FeeCurrency ?? activity.Currency));
        if (unit is null && fee is null)
            return activity;
        var per = unit?.PerMajor ?? 1;
        return activity with
        {
            Currency = unit?.Major ?? activity.Currency,
            UnitPrice = activity.UnitPrice / per,
            Amount = activity.Amount / per,
            Tax = activity.Tax / per,
            Fee = activity.Fee / (fee?.PerMajor ?? 1),
            FeeCurrency = activity.FeeCurrency is null ? null : fee?.Major ?? activity.FeeCurrency,
        };
    }
}
