using FinanceHub.Domain.Valuations;

namespace FinanceHub.Domain.Ledgers;

/// <summary>What flowed, in the ledger's reporting currency, each amount at the rate of its day.</summary>
public sealed record ReportingTotals
{
    /// <summary>Cash deposited and transferred in less cash withdrawn and transferred out; either sign.</summary>
    public Figure Contributions { get; internal set; } = Figure.Of(0);

    /// <summary>Dividends before tax.</summary>
    public Figure DividendsGross { get; internal set; } = Figure.Of(0);

    /// <summary>Interest before tax.</summary>
    public Figure InterestGross { get; internal set; } = Figure.Of(0);

    /// <summary>Charges that belong to no trade.</summary>
    public Figure Fees { get; internal set; } = Figure.Of(0);

    /// <summary>Taxes withheld and paid.</summary>
    public Figure Taxes { get; internal set; } = Figure.Of(0);

    /// <summary>All movements of cash: what the balances would be worth if no rate had moved since each.</summary>
    public Figure CashCost { get; internal set; } = Figure.Of(0);
}
