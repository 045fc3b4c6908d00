namespace FinanceHub.Web.Activities;

/// <summary>Symbols that nobody knows, which may be confirmed.</summary>
internal static class UnknownSymbols
{
    /// <summary>How the API begins to say so; a test holds them together.</summary>
    public const string Sign = "Expected the symbol of a known instrument";
}
