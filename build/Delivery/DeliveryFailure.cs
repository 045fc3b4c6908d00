namespace FinanceHub.Delivery;

/// <summary>
/// A failure that the user can understand and act upon: the message is the whole sentence, with what to do.
/// Anything else that is thrown is a bug and keeps its stack trace.
/// </summary>
/// <param name="code">What the process reports.</param>
/// <param name="message">What happened, what was expected, and the command that repairs it.</param>
/// <param name="cause">What was caught, if anything; never printed.</param>
#pragma warning disable CA1032, CA1710 // a failure without a code and a message must not be possible; the agreed word is "failure"
public sealed class DeliveryFailure(ExitCode code, string message, Exception? cause = null) : Exception(message, cause)
#pragma warning restore CA1032, CA1710
{
    /// <summary>What the process reports.</summary>
    public ExitCode Code { get; } = code;

    /// <summary>Only the message: an engine that prints exceptions as text prints no stack trace for these.</summary>
    public override string ToString() => Message;
}
