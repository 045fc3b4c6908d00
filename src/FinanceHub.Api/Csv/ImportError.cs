namespace FinanceHub.Api.Csv;

/// <summary>What is wrong with a file, and where.</summary>
/// <param name="Row">The line where the activity starts; the header is the first.</param>
/// <param name="Column">The column; null if it is the row as a whole.</param>
/// <param name="Message">One sentence: expected and found.</param>
/// <param name="Value">What is there.</param>
internal sealed record ImportError(int Row, string? Column, string Message, string? Value)
{
    private const int Longest = 500;

    /// <summary>An error about a cell, which may be as long as the whole file.</summary>
    public static ImportError Of(int row, string? column, string message, string? value) => new(row, Short(column), Short(message)!, Short(value));

    private static string? Short(string? text) => text is { Length: > Longest } ? text[..Longest] + "…" : text;
}
