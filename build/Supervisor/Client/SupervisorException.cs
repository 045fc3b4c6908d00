namespace FinanceHub.Supervisor;

/// <summary>An expected failure of the supervisor or of its client: one sentence that says what to do, no stack trace when printed.</summary>
public sealed class SupervisorException(SupervisorFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of failure it is.</summary>
    public SupervisorFault Fault { get; } = fault;

    /// <inheritdoc/>
    public override string ToString() => Message;
}
