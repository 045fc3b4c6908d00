namespace FinanceHub.Domain.Ledgers;

/// <summary>Where cash is.</summary>
/// <param name="Account">The account; empty for the unnamed one.</param>
/// <param name="Currency">ISO 4217 code.</param>
public readonly record struct AccountCurrency(string Account, string Currency);
