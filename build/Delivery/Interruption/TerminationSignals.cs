using System.Runtime.InteropServices;

namespace FinanceHub.Delivery.Interruption;

/// <summary>Turns Ctrl+C and SIGTERM into a cancelled token, so that the command can undo what is half done before it ends.</summary>
public sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly bool _handles;
    private readonly PosixSignalRegistration[] _registrations;

    private TerminationSignals(bool handles)
    {
        _handles = handles;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Cancel(context, ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Cancel(context, ExitCode.Terminated)),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary><see cref="ExitCode.Interrupted"/> or <see cref="ExitCode.Terminated"/>, by the first signal that came.</summary>
    public ExitCode ExitCode { get; private set; } = ExitCode.Interrupted;

    /// <summary>Keeps the process alive for the clean-up, until disposed.</summary>
    public static TerminationSignals Listen() => new(handles: true);

    /// <summary>Only looks, until disposed: the process ends as it would without.</summary>
    public static TerminationSignals Watch() => new(handles: false);

    /// <summary>Whether a signal came, or comes within a moment: Ctrl+C reaches a child before its death is seen here.</summary>
    public bool Came() => _source.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(200));

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
        context.Cancel |= _handles;
        if (!_source.IsCancellationRequested)
        {
            ExitCode = code;
            _source.Cancel();
        }
    }
}
