namespace FinanceHub.Web.Portfolios;

/// <summary>What the form for a new portfolio sends.</summary>
internal sealed class PortfolioInput
{
    public string? Name { get; set; }

    public string? Currency { get; set; } = "EUR";
}
