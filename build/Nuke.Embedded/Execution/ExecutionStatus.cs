namespace Nuke.Common.Execution;

/// <summary>How far a target is.</summary>
public enum ExecutionStatus
{
    /// <summary>Not part of the plan.</summary>
    None,

    /// <summary>Its turn has not come.</summary>
    Scheduled,

    /// <summary>Its turn never came, because another one failed.</summary>
    NotRun,

    /// <summary>A condition or the user left it out.</summary>
    Skipped,

    Succeeded,

    Failed,

    Running,

    /// <summary>The build was interrupted while it ran.</summary>
    Aborted,

    /// <summary>It has no actions of its own.</summary>
    Collective,
}
