using System.Diagnostics;

namespace FinanceHub.Delivery.Processes;

/// <summary>Runs a .NET program to its end.</summary>
internal static class ToolRunner
{
    /// <summary>Tells a tool that Ctrl+C, which a terminal sends to it as well, is its caller's to answer; the name is the tool's own.</summary>
    public const string InterruptedByCaller = "FINANCEHUB_INTERRUPTED_BY_CALLER";

    /// <exception cref="OperationCanceledException">Cancelled; the program was killed.</exception>
    /// <exception cref="TimeoutException">It took too long; the program was killed.</exception>
    public static async Task<ToolRun> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DotNetHost.Path, [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // What undoes the work of an interrupted command must not be interrupted by the same key.
            Environment = { [InterruptedByCaller] = "1" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(timeout);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException($"{Path.GetFileName(program)} {string.Join(' ', arguments.Take(1))} took longer than {timeout.TotalSeconds:0} s");
        }

        return new ToolRun(process.ExitCode, await output, await error);
    }
}
