using System.Runtime.InteropServices;

namespace FinanceHub.Delivery.Interruption;

/// <summary>Turns Ctrl+C and SIGTERM into a cancelled token, so that the command can undo what is half done before it ends.</summary>
public sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    private TerminationSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, ExitCode.Terminated)),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary><see cref="ExitCode.Interrupted"/> or <see cref="ExitCode.Terminated"/>, by the first signal that came.</summary>
    public ExitCode ExitCode { get; private set; } = ExitCode.Interrupted;

    /// <summary>Listens until disposed.</summary>
    public static TerminationSignals Listen() => new();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Cancel(PosixSignalContext context, ExitCode code)
    {
        // The process must live until the clean-up is done.
        context.Cancel = true;
        if (!_source.IsCancellationRequested)
        {
            ExitCode = code;
            _source.Cancel();
        }
    }
}
