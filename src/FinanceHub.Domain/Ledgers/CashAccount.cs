namespace FinanceHub.Domain.Ledgers;

/// <summary>What flowed in one currency. Every figure is a sum of amounts of 0 or more unless it says otherwise.</summary>
public sealed record CashAccount
{
    /// <summary>Deposits less withdrawals; either sign.</summary>
    public decimal Contributions { get; internal set; }

    /// <summary>Proceeds of sales less fees, less purchases with fees; either sign.</summary>
    public decimal Trades { get; internal set; }

    /// <summary>Dividends before tax.</summary>
    public decimal DividendsGross { get; internal set; }

    /// <summary>Interest before tax.</summary>
    public decimal InterestGross { get; internal set; }

    /// <summary>Charges that belong to no trade.</summary>
    public decimal Fees { get; internal set; }

    /// <summary>Taxes withheld and taxes paid.</summary>
    public decimal Taxes { get; internal set; }

    /// <summary>The cash there is; below 0 if purchases were entered without the deposit that paid for them.</summary>
    public decimal Balance => Contributions + Trades + DividendsGross + InterestGross - Fees - Taxes;
}
