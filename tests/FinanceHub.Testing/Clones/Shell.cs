using System.Diagnostics;
using System.Text;

namespace FinanceHub.Testing.Clones;

/// <summary>Starts commands as a user on a bare machine does: no environment but HOME and a minimal PATH.</summary>
public static class Shell
{
    /// <summary>A command that does not end by then is a finding, not a wait.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    /// <summary>HOME and a minimal PATH.</summary>
    public static IReadOnlyDictionary<string, string> BareEnvironment { get; } = new Dictionary<string, string>
    {
        ["HOME"] = Environment.GetEnvironmentVariable("HOME") ?? Path.GetTempPath(),
        ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
    };

    /// <summary>Starts a command; its output waits to be read by <see cref="FinishAsync"/>.</summary>
    public static Process Start(string workingDirectory, IEnumerable<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var arguments = command.ToList();
        // A program "./x" is the working directory's, as a shell would take it; the runtime looks in the caller's.
        var program = arguments[0].StartsWith("./", StringComparison.Ordinal) ? Path.Combine(workingDirectory, arguments[0][2..]) : arguments[0];
        var start = new ProcessStartInfo(program, arguments[1..])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment ?? BareEnvironment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="TimeoutException">It did not end within five minutes; it was killed.</exception>
    public static async Task<Answer> RunAsync(string workingDirectory, IEnumerable<string> command, IReadOnlyDictionary<string, string>? environment = null)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(workingDirectory, command, environment);
        return await FinishAsync(process, watch);
    }

    /// <summary>Waits for a started command.</summary>
    /// <exception cref="TimeoutException">It did not end within five minutes; it was killed.</exception>
    public static async Task<Answer> FinishAsync(Process process, Stopwatch watch)
    {
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}' did not end within {Deadline}. It said:\n{output}");
        }

        return new Answer(process.ExitCode, output.ToString(), watch.Elapsed);
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
