namespace FinanceHub.Database;

/// <summary>A failure that is fully told by one sentence.</summary>
internal sealed class ToolFailure(ToolExitCode exitCode, string message) : Exception(message)
{
    public ToolExitCode ExitCode { get; } = exitCode;
}
