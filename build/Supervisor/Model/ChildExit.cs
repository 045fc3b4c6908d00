namespace FinanceHub.Supervisor;

/// <summary>How a program ended.</summary>
/// <param name="Code">Exit code, <see langword="null"/> when a signal ended it.</param>
/// <param name="Signal">Number of the signal that ended it, for example 9; <see langword="null"/> when it exited by itself.</param>
/// <param name="At">When, UTC.</param>
public sealed record ChildExit(int? Code, int? Signal, DateTimeOffset At)
{
    /// <summary>For messages: <c>exit code 134</c> or <c>signal 9</c>.</summary>
    public override string ToString() => Signal is { } signal ? $"signal {signal}" : $"exit code {Code}";
}
