using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Currencies;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Api.Portfolios;

internal sealed record CreatePortfolioRequest(string? Name, string? Currency, string? CostMethod)
{
    /// <summary>The portfolio as it is to be; of no use if there are faults.</summary>
    public (string Name, string Currency, CostMethod Method) Read(FieldFaults faults)
    {
        var currency = Currency?.Trim().ToUpperInvariant();
        // It stays for good, so that a misspelt one could not be mended.
        if (!ActiveCurrencies.Contains(currency))
            faults.Add("currency", $"Expected the three-letter code of a currency of today (ISO 4217), like EUR or USD, found \"{Currency}\".");
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
