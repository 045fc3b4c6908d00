using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Nuke.Contract.Tests.Running;

/// <summary>What a start of the sample came to.</summary>
internal sealed record SampleResult(int ExitCode, string Output, TimeSpan Duration);

/// <summary>Starts the sample as a process.</summary>
internal static partial class SampleProcess
{
    // Only what a program needs: the machine that runs the tests may itself be a CI server, with a parameter in its environment.
    private static readonly string[] KeptVariables = ["PATH", "HOME", "DOTNET_ROOT", "TMPDIR"];

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static async Task<SampleResult> RunAsync(string sample, string directory, CaseStep step)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(StartInfo(sample, directory, step))!;
        var output = new StringBuilder();
        var signal = step.Expectations.Where(x => x.Word == "signal").Select(x => x.Text).SingleOrDefault();
        var pumps = new[] { process.StandardOutput, process.StandardError }.Select(x => PumpAsync(x, output, line =>
        {
            if (signal is not null && line.Contains(signal[(signal.IndexOf(" after ", StringComparison.Ordinal) + 7)..], StringComparison.Ordinal))
                Send(process.Id, signal.Split(' ')[0]);
        })).ToArray();
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            await Task.WhenAll(pumps);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The build did not end within {Deadline.TotalSeconds} s. It said:\n{output}");
        }

        return new SampleResult(process.ExitCode, output.ToString(), watch.Elapsed);
    }

    private static ProcessStartInfo StartInfo(string sample, string directory, CaseStep step)
    {
        // A test run in the background of a shell ignores Ctrl+C, and so would its children.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,TERM", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], SampleBuild.ProgramFile, .. step.Arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var kept = KeptVariables
            .Select(x => (Name: x, Value: Environment.GetEnvironmentVariable(x))).Where(x => x.Value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            start.Environment[name] = value;
        start.Environment["SAMPLE"] = sample;
        start.Environment["NO_COLOR"] = "1";
        start.Environment["NUKE_TELEMETRY_OPTOUT"] = "1";
        foreach (var (name, value) in step.Variables)
            start.Environment[name] = value;
        return start;
    }

    private static async Task PumpAsync(StreamReader reader, StringBuilder output, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }

            onLine(line);
        }
    }

    private static void Send(int processId, string signal)
    {
        var number = signal switch
        {
            "INT" => 2,
            "TERM" => 15,
            _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Signal '{signal}' is not known here."), nameof(signal)),
        };
        Kill(processId, number).ShouldBe(0);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
