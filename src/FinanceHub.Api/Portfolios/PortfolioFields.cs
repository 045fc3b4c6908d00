using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Api.Portfolios;

/// <summary>What the requests about portfolios have in common.</summary>
internal static class PortfolioFields
{
    public static string Name(string? text, FieldFaults faults)
    {
        var name = text?.Trim();
        if (!PortfolioRules.IsName(name))
            faults.Add("name", $"Expected a name of 1 to {PortfolioRules.LongestName} characters, all of them printable.");
        return name ?? "";
    }

    public static CostMethod Method(string? text, FieldFaults faults)
    {
        if (CostMethodNames.Find(text) is { } method)
            return method;
        faults.Add("costMethod", $"Expected {string.Join(" or ", CostMethodNames.All)}, found \"{text}\".");
        return CostMethod.Fifo;
    }
}

/// <summary>The names that clients use: FIFO and AVERAGE.</summary>
internal static class CostMethodNames
{
    public static IEnumerable<string> All => Enum.GetValues<CostMethod>().Select(Of);

    public static string Of(CostMethod method) => method.ToString().ToUpperInvariant();

    /// <summary>The method of a name in any case; null if there is none.</summary>
    public static CostMethod? Find(string? name) => Enum.GetValues<CostMethod>()
        .Where(method => string.Equals(Of(method), name?.Trim(), StringComparison.OrdinalIgnoreCase))
        .Select(method => (CostMethod?)method)
        .SingleOrDefault();
}
