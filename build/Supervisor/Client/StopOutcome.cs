namespace FinanceHub.Supervisor;

/// <summary>How an instance came to an end.</summary>
public enum StopOutcome
{
    /// <summary>Neither a supervisor nor a program of the instance was running.</summary>
    NotRunning,

    /// <summary>The program finished its work and the supervisor ended.</summary>
    Stopped,

    /// <summary>The deadline passed: supervisor and program were killed.</summary>
    Killed,

    /// <summary>The supervisor had been killed earlier; the program that it left was ended.</summary>
    OrphanEnded,
}
