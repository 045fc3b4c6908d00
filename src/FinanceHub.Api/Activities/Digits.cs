namespace FinanceHub.Api.Activities;

internal static class Digits
{
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same number without zeros at its end: each database adds or keeps others, and 12 is 12 whichever it was.</summary>
    public static decimal Plain(this decimal number) => number / One;
}
