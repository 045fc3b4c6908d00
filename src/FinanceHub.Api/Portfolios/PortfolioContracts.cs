using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Api.Portfolios;

internal sealed record CreatePortfolioRequest(string? Name, string? Currency, string? CostMethod)
{
    /// <summary>The portfolio as it is to be; of no use if there are faults.</summary>
    public (string Name, string Currency, CostMethod Method) Read(FieldFaults faults)
    {
        var currency = Currency?.Trim().ToUpperInvariant();
        if (!CurrencyCode.IsValid(currency))
            faults.Add("currency", $"Expected a three-letter currency code, found \"{Currency}\".");
        return (PortfolioFields.Name(Name, faults), currency ?? "", PortfolioFields.Method(CostMethod ?? CostMethodNames.Of(Domain.Ledgers.CostMethod.Fifo), faults));
    }
}

internal sealed record ChangePortfolioRequest(string? Name, string? CostMethod)
{
    /// <inheritdoc cref="CreatePortfolioRequest.Read"/>
    public (string Name, CostMethod Method) Read(FieldFaults faults) => (PortfolioFields.Name(Name, faults), PortfolioFields.Method(CostMethod, faults));
}

internal sealed record PortfolioResponse(Guid Id, string Name, string Currency, string CostMethod, DateTime CreatedAt)
{
    public static PortfolioResponse Of(PortfolioEntity portfolio) =>
        new(portfolio.Id, portfolio.Name, portfolio.Currency, CostMethodNames.Of(portfolio.CostMethod), portfolio.CreatedAt);
}
