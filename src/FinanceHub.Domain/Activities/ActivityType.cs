namespace FinanceHub.Domain.Activities;

/// <summary>What happened in a portfolio.</summary>
public enum ActivityType
{
    /// <summary>Securities bought for cash.</summary>
    Buy = 1,

    /// <summary>Securities sold for cash.</summary>
    Sell = 2,

    /// <summary>A distribution of an instrument in cash.</summary>
    Dividend = 3,

    /// <summary>Interest on cash.</summary>
    Interest = 4,

    /// <summary>A charge that belongs to no trade.</summary>
    Fee = 5,

    /// <summary>A tax that belongs to no dividend and no interest.</summary>
    Tax = 6,

    /// <summary>Cash brought in from outside.</summary>
    Deposit = 7,

    /// <summary>Cash taken out.</summary>
    Withdrawal = 8,

    /// <summary>Every share becomes numerator/denominator shares.</summary>
    Split = 9,

    /// <summary>Units or cash moved without a trade: into the portfolio, out of it, or between two of its accounts.</summary>
    Transfer = 10,

    /// <summary>A distribution of an instrument that gives back what it cost: it reduces the basis, and only what exceeds that is a gain.</summary>
    ReturnOfCapital = 11,
}
