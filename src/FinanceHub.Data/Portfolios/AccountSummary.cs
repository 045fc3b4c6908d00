using FinanceHub.Domain.Valuations;

namespace FinanceHub.Data.Portfolios;

/// <summary>An account and what is in it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Activities">How many activities name it.</param>
/// <param name="Cash">Its cash by currency, in their order.</param>
/// <param name="Value">Securities and cash in the portfolio's currency, at the latest prices.</param>
public sealed record AccountSummary(AccountEntity Account, int Activities, IReadOnlyList<KeyValuePair<string, decimal>> Cash, Figure Value);
