namespace FinanceHub.Delivery.Processes;

/// <summary>How a program that was run to its end ended.</summary>
/// <param name="ExitCode">What it reported.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>What it said about a failure: the last line of either stream.</summary>
    public string LastLine => LastLineOf(Error) ?? LastLineOf(Output) ?? $"it ended with {ExitCode} and said nothing";

    private static string? LastLineOf(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
}
