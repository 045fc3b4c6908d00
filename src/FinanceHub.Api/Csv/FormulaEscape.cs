namespace FinanceHub.Api.Csv;

/// <summary>Keeps a spreadsheet from running a text as a formula (CSV injection).</summary>
/// <remarks>
/// An apostrophe goes before what could start one. It also goes before a text that has apostrophes and then such a start:
/// so an apostrophe of the customer's own and the one that an export added are told apart, and what is imported is what was exported.
/// </remarks>
internal static class FormulaEscape
{
    private const char Apostrophe = '\'';

    public static string Add(string text) => IsFormula(text.AsSpan().TrimStart(Apostrophe)) ? Apostrophe + text : text;

    public static string Remove(string text) => text is [Apostrophe, ..] && IsFormula(text.AsSpan().TrimStart(Apostrophe)) ? text[1..] : text;

    private static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
