using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with another exit code than zero.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It exists only with the process that it tells about.")]
public class ProcessException : Exception
{
    public ProcessException(IProcess process)
        : base(Describe(process))
    {
        Process = process;
        ExitCode = process.ExitCode;
    }

    /// <summary>The exit code.</summary>
    public int ExitCode { get; }

    internal IProcess Process { get; }

    private static string Describe(IProcess process)
    {
        var errors = process.Output
            .Where(x => x.Type == OutputType.Err)
            .Select(x => (process as StartedProcess)?.Redact(x.Text) ?? x.Text)
            .ToList();
        IEnumerable<string> lines =
        [
            $"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.",
            $"   > {process.FileName.DoubleQuoteIfNeeded()} {process.Arguments}".TrimEnd(),
            $"   @ {process.WorkingDirectory}",
            .. errors.Count > 0 ? ["Error output:"] : Enumerable.Empty<string>(),
            .. errors.Select(x => $"   {x}"),
        ];
        return string.Join(Environment.NewLine, lines);
    }
}
