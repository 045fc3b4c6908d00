namespace FinanceHub.Testing.Clones;

/// <summary>What a command answered.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output and error, in order of arrival.</param>
/// <param name="Elapsed">Wall-clock time from start to exit.</param>
public sealed record Answer(int ExitCode, string Output, TimeSpan Elapsed)
{
    /// <summary>The answer itself, if the command succeeded.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public Answer Require() => ExitCode == 0 ? this : throw new InvalidOperationException($"Exit code {ExitCode}, expected 0. It said:\n{Output}");
}
