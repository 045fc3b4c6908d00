using System.Runtime.InteropServices;

namespace FinanceHub.Testing.StubHost;

/// <summary>Applies the switched faults that are not about one request.</summary>
internal static class Faults
{
    internal static async Task BeforeListeningAsync(StubOptions options)
    {
        for (var line = 1; line <= options.LogLines; line++)
            Console.Out.WriteLine($"line {line}");
        if (options.CrashAtStart)
        {
            await Console.Error.WriteLineAsync("stub: crashing at start as told").ConfigureAwait(false);
            Environment.Exit(70);
        }

        await Task.Delay(options.StartDelayMilliseconds).ConfigureAwait(false);
    }

    internal static async Task AfterListeningAsync(StubOptions options, CancellationToken stopping)
    {
        if (options.CrashAfterMilliseconds == 0)
            return;
        await Task.Delay(options.CrashAfterMilliseconds, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopping.IsCancellationRequested)
            return;
        await Console.Error.WriteLineAsync("stub: crashing after the start as told").ConfigureAwait(false);
        Environment.Exit(71);
    }

    internal static PosixSignalRegistration? IgnoreTermination(StubOptions options) => !options.IgnoreSigterm
        ? null
        : PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            Console.Out.WriteLine("stub: ignoring SIGTERM as told");
        });
}
