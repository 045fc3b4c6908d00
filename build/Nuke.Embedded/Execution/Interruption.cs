using System.Runtime.InteropServices;

namespace Nuke.Common.Execution;

/// <summary>
/// Ctrl+C and SIGTERM. A target that handles the signal itself (a registration of its own that cancels the default) ends in its own
/// time, and the build after it; else the build says what was aborted and ends at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const int SignalBase = 128;
    private readonly PosixSignalRegistration[] registrations;
    private readonly Action<int> abort;
    private int exitCode;

    /// <param name="abort">Ends the process with the given exit code, for no target asked for time.</param>
    public Interruption(Action<int> abort)
    {
        this.abort = abort;
        // Before any target can: handlers run newest first, so that this one sees whether another has cancelled the default.
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, SignalBase + 2)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, SignalBase + 15)),
        ];
    }

    public bool IsRequested => Volatile.Read(ref exitCode) != 0;

    /// <summary>130 for SIGINT, 143 for SIGTERM; 0 for none.</summary>
    public int ExitCode => Volatile.Read(ref exitCode);

    /// <exception cref="InterruptedException">A signal came.</exception>
    public void ThrowIfRequested()
    {
        if (IsRequested)
            throw new InterruptedException();
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
    }

    private void Handle(PosixSignalContext context, int code)
    {
        var isFirst = Interlocked.CompareExchange(ref exitCode, code, 0) == 0;
        var targetCleansUp = context.Cancel;
        context.Cancel = true;
        if (isFirst && !targetCleansUp)
            abort(code);
    }
}
