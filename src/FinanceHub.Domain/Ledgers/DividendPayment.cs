namespace FinanceHub.Domain.Ledgers;

/// <summary>A dividend that was paid.</summary>
/// <param name="Date">The day.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Currency">The currency in which it was paid; not necessarily that of the position.</param>
/// <param name="Gross">Before tax; above 0.</param>
/// <param name="Tax">What was withheld; 0 to <paramref name="Gross"/>.</param>
public sealed record DividendPayment(DateOnly Date, string Symbol, string Currency, decimal Gross, decimal Tax)
{
    /// <summary>After tax.</summary>
    public decimal Net => Gross - Tax;
}
