using FinanceHub.Web.Layout;

namespace FinanceHub.Web.Portfolios;

/// <summary>How the cost of what is sold is found.</summary>
internal static class CostMethods
{
    public const string Hint = "First in, first out sells the oldest lot first. Average cost spreads what was paid over all shares. It can be changed later.";

    public static IReadOnlyList<Choice> Choices { get; } = [new("FIFO", "First in, first out"), new("AVERAGE", "Average cost")];

    public static string Name(string? method) => Choices.FirstOrDefault(choice => choice.Value == method)?.Label ?? method ?? "";
}
