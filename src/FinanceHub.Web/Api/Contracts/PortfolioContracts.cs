namespace FinanceHub.Web.Api;

internal sealed record NewPortfolio(string? Name, string? Currency, string? CostMethod);

internal sealed record PortfolioChange(string? Name, string? CostMethod);

public sealed record Portfolio(Guid Id, string Name, string Currency, string? CostMethod);

/// <summary>What a new account or watchlist is called, or an old one from now on.</summary>
internal sealed record Naming(string? Name);

public sealed record Account(Guid Id, string Name, int Activities, IReadOnlyList<Cash> Cash, Figure Value)
{
    /// <summary>What a change of it is based on.</summary>
    public long Revision { get; init; }
}

public sealed record Cash(string Currency, decimal Balance);
