namespace FinanceHub.Supervisor;

/// <summary>Why an instance could not be started, reloaded or stopped. The numbers are the supervisor's exit codes.</summary>
public enum SupervisorFault
{
    /// <summary>The instance could not be started for the reason given in the message.</summary>
    StartFailed = 1,

    /// <summary>The specification or the command line is wrong.</summary>
    InvalidSpec = 2,

    /// <summary>No supervisor runs for the instance.</summary>
    NotRunning = 3,

    /// <summary>Another supervisor already holds the instance's lock.</summary>
    AlreadyRunning = 4,

    /// <summary>The address of <see cref="InstanceSpec.Listen"/> is taken.</summary>
    PortInUse = 13,

    /// <summary>The instance directory cannot be written.</summary>
    NotWritable = 14,

    /// <summary>The disk of the instance directory is full.</summary>
    DiskFull = 15,

    /// <summary>The operating system has no POSIX signals.</summary>
    NotSupported = 20,

    /// <summary>The deadline passed before the supervisor answered.</summary>
    TimedOut = 21,
}
