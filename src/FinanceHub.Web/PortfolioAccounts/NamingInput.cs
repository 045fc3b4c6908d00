namespace FinanceHub.Web.PortfolioAccounts;

/// <summary>What a form sends that gives something a name.</summary>
internal sealed class NamingInput
{
    public string? Name { get; set; }

    /// <summary>Of what the form was filled from.</summary>
    public string? Revision { get; set; }
}
