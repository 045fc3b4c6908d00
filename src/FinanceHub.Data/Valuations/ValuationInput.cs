using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Instruments;

namespace FinanceHub.Data.Valuations;

/// <summary>All that the values of a portfolio follow from.</summary>
/// <param name="PortfolioId">The portfolio.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Currency">The currency of its values.</param>
/// <param name="RightThrough">The last day whose stored value is right; null if none is.</param>
/// <param name="Activities">Its activities.</param>
/// <param name="Market">Prices and rates of what it ever held.</param>
public sealed record ValuationInput(Guid PortfolioId, long Revision, string Currency, DateOnly? RightThrough, IReadOnlyList<Activity> Activities, MarketData Market);
