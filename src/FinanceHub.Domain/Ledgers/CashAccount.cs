namespace FinanceHub.Domain.Ledgers;

/// <summary>What flowed in one currency. Every figure is a sum of amounts of 0 or more unless it says otherwise.</summary>
public sealed record CashAccount
{
    /// <summary>Deposits less withdrawals, transfers over the portfolio's border included; either sign.</summary>
    public decimal Contributions { get; internal set; }

    /// <summary>What was received for other currencies less what was given for them; either sign.</summary>
    public decimal Exchanged { get; internal set; }

    /// <summary>Proceeds of sales less fees, less purchases with fees; either sign.</summary>
    public decimal Trades { get; internal set; }

    /// <summary>Of <see cref="Trades"/>, what was charged for them.</summary>
    public decimal TradeFees { get; internal set; }

    /// <summary>Dividends before tax.</summary>
    public decimal DividendsGross { get; internal set; }

    /// <summary>Taxes withheld of dividends; part of <see cref="Taxes"/>.</summary>
    public decimal DividendTaxes { get; internal set; }

    /// <summary>Dividends after tax.</summary>
    public decimal DividendsNet => DividendsGross - DividendTaxes;

    /// <summary>Capital that instruments gave back.</summary>
    public decimal CapitalReturned { get; internal set; }

    /// <summary>Interest before tax.</summary>
    public decimal InterestGross { get; internal set; }

    /// <summary>Charges that belong to no trade.</summary>
    public decimal Fees { get; internal set; }

    /// <summary>Taxes withheld and taxes paid.</summary>
    public decimal Taxes { get; internal set; }

    /// <summary>The cash there is; below 0 if purchases were entered without the deposit that paid for them.</summary>
    public decimal Balance => Contributions + Exchanged + Trades + DividendsGross + CapitalReturned + InterestGross - Fees - Taxes;
}
