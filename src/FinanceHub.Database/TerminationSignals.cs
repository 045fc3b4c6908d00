using System.Runtime.InteropServices;

namespace FinanceHub.Database;

/// <summary>
/// Turns SIGINT and SIGTERM into a cancellation, so that a migration ends between two steps and gives its lock back. Under a deploy a SIGINT is
/// for the deploy, which ends this tool if it wants to: a terminal sends it to both, also while the deploy has the schema taken back.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    /// <summary>Set by whoever runs the tool and answers a SIGINT itself.</summary>
    public const string InterruptedByCaller = "FINANCEHUB_INTERRUPTED_BY_CALLER";

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public TerminationSignals(Func<string, string?> variable)
    {
        Action<PosixSignalContext> interrupted = variable(InterruptedByCaller) is null ? Stop : context => context.Cancel = true;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, interrupted), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
