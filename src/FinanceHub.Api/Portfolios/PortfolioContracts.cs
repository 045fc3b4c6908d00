using FinanceHub.Data.Portfolios;

namespace FinanceHub.Api.Portfolios;

internal sealed record CreatePortfolioRequest(string? Name, string? Currency);

internal sealed record PortfolioResponse(Guid Id, string Name, string Currency, DateTime CreatedAt)
{
    public static PortfolioResponse Of(PortfolioEntity portfolio) => new(portfolio.Id, portfolio.Name, portfolio.Currency, portfolio.CreatedAt);
}
