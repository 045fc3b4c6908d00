using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Tooling;

/// <summary>What a build expects of a process.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits for the end.</summary>
    /// <exception cref="ArgumentException">There is no process, or it was killed because its time was up.</exception>
    public static IProcess AssertWaitForExit([NotNull] this IProcess? process)
    {
        process.NotNull();
        var limit = (process as StartedProcess)?.Timeout is { } timeout ? $" within {timeout.TotalMilliseconds:0} ms" : string.Empty;
        Assert.True(
            process.WaitForExit(),
            $"Process '{Path.GetFileName(process.FileName)}' did not end{limit} and was killed with what it had started");
        return process;
    }

    /// <summary>Waits for the end and expects that it was a success.</summary>
    /// <exception cref="ProcessException">The exit code is not zero.</exception>
    /// <inheritdoc cref="AssertWaitForExit" path="/exception"/>
    public static IProcess AssertZeroExitCode([NotNull] this IProcess? process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }
}
