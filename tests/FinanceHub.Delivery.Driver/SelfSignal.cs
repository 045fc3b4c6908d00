using System.Diagnostics;
using System.Globalization;
using FinanceHub.Delivery.Deployments;

namespace FinanceHub.Delivery.Driver;

/// <summary>Sends this process a signal as a step begins, and returns when it has arrived.</summary>
/// <param name="options">Which, and when.</param>
/// <param name="interrupted">Cancelled by the signals that a command handles.</param>
internal sealed class SelfSignal(DriverOptions options, CancellationToken interrupted)
{
    // Long beyond what the arrival of a signal takes; a process that does not get it must not hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private int _seen;

    public async Task AtAsync(DeployStep step)
    {
        if (step.ToString() != options.Step || ++_seen != options.Occurrence)
        {
            return;
        }

        using var kill = Process.Start("kill", [$"-{options.Signal}", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
        if (options.Signal == "INT")
        {
            await Task.Delay(Patience, interrupted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!interrupted.IsCancellationRequested)
            {
                throw new InvalidOperationException("SIGINT never arrived.");
            }
        }
    }
}
