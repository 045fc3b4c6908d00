using System.Diagnostics;

namespace Nuke.Common.Tooling;

internal sealed class StartedProcess : IProcess
{
    private static readonly TimeSpan quiet = TimeSpan.FromMilliseconds(500);

    private readonly Process process;
    private readonly Func<string, string> filter;
    private readonly Action<OutputType, string>? logger;
    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly CountdownEvent openStreams = new(2);
    private readonly Lock gate = new();
    private readonly List<Output> output = [];

    private StartedProcess(Process process, TimeSpan? timeout, Action<OutputType, string>? logger, Func<string, string> filter)
    {
        this.process = process;
        this.filter = filter;
        this.logger = logger;
        Timeout = timeout;
        process.OutputDataReceived += (_, line) => Receive(OutputType.Std, line.Data);
        process.ErrorDataReceived += (_, line) => Receive(OutputType.Err, line.Data);
    }

    public TimeSpan? Timeout { get; }

    public string FileName => process.StartInfo.FileName;

    public string Arguments => filter(process.StartInfo.Arguments);

    public string WorkingDirectory => process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output
    {
        get
        {
            lock (gate)
                return [.. output];
        }
    }

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    public int Id => process.Id;

    public static StartedProcess Start(
        ProcessStartInfo startInfo,
        TimeSpan? timeout,
        Action<OutputType, string>? logger,
        Func<string, string> filter)
    {
        var started = new StartedProcess(new Process { StartInfo = startInfo }, timeout, logger, filter);
        RunningProcesses.OfBuild.Start(started.process);
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>The text without the secrets of this invocation.</summary>
    public string Redact(string text) => filter(text);

    public void Kill() => RunningProcesses.Kill(process);

    public bool WaitForExit()
    {
        var remaining = Timeout is { } timeout ? timeout - elapsed.Elapsed : System.Threading.Timeout.InfiniteTimeSpan;
        var exited = Wait(remaining);
        if (!exited)
            Kill();

        Drain();
        RunningProcesses.OfBuild.Forget(process);
        return exited;
    }

    public void Dispose()
    {
        RunningProcesses.OfBuild.Forget(process);
        process.Dispose();
    }

    // Process.WaitForExit without a limit would also wait for the streams, and for a daemon that holds them.
    private bool Wait(TimeSpan remaining)
    {
        if (remaining != System.Threading.Timeout.InfiniteTimeSpan)
            return process.WaitForExit(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero);

        while (!process.WaitForExit(TimeSpan.FromHours(1)))
        {
        }

        return true;
    }

    // What was written last is still on its way. A daemon that inherited the streams never closes them: silence is the end then.
    private void Drain()
    {
        for (var seen = -1; !openStreams.Wait(quiet) && seen != Output.Count;)
            seen = Output.Count;
    }

    private void Receive(OutputType type, string? text)
    {
        if (text is null)
        {
            openStreams.Signal();
            return;
        }

        // Both streams arrive on threads of their own; what is logged keeps the order of what is collected.
        lock (gate)
        {
            output.Add(new Output { Type = type, Text = text });
            logger?.Invoke(type, filter(text));
        }
    }
}
