using FinanceHub.Domain.Activities;

namespace FinanceHub.Data.Portfolios;

/// <summary>An activity as its owner enters it.</summary>
/// <param name="Activity">What the ledger accounts for; its sequence is given when it is stored.</param>
/// <param name="Note">The owner's own words.</param>
/// <param name="ExternalId">The name under which another system knows it.</param>
public sealed record ActivityDraft(Activity Activity, string? Note = null, string? ExternalId = null);
