namespace FinanceHub.Web.Portfolios;

/// <summary>What the forms for a new portfolio and for its settings send.</summary>
internal sealed class PortfolioInput
{
    public string? Name { get; set; }

    public string? Currency { get; set; } = "EUR";

    public string? CostMethod { get; set; }

    /// <summary>Of the portfolio that the form was filled from.</summary>
    public string? Revision { get; set; }
}
