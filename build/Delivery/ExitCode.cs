namespace FinanceHub.Delivery;

/// <summary>How a command ended, as its process reports it; one code for each cause that a user or a script can act upon.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Success = 0,

    /// <summary>Failed for a reason that has no code of its own.</summary>
    Failed = 1,

    /// <summary>The command line asks for something that does not exist.</summary>
    Usage = 2,

    /// <summary>Nothing is deployed, or it does not answer.</summary>
    NotDeployed = 3,

    /// <summary>Another deploy, rollback or stop is running.</summary>
    LockHeld = 4,

    /// <summary>It failed after traffic had been switched; traffic is back on the release that served before.</summary>
    RolledBack = 5,

    /// <summary>A configuration file cannot be read as what it should be.</summary>
    MalformedConfiguration = 10,

    /// <summary>No git, no repository or no commit.</summary>
    NoGitHistory = 11,

    /// <summary>The clone does not have the history that the version is counted from.</summary>
    ShallowClone = 12,

    /// <summary>The public port belongs to another process.</summary>
    PortInUse = 13,

    /// <summary>The state directory cannot be written.</summary>
    StateNotWritable = 14,

    /// <summary>The state directory's file system is full.</summary>
    DiskFull = 15,

    /// <summary>A host of the new release ended instead of becoming ready.</summary>
    HostCrashed = 16,

    /// <summary>A host of the new release runs but did not become ready in time.</summary>
    HostNeverReady = 17,

    /// <summary>A host answers, but as another release than the one that was started.</summary>
    IdentityMismatch = 18,

    /// <summary>The release runs but does not do what customers need.</summary>
    SmokeFailed = 19,

    /// <summary>The database could not be migrated.</summary>
    MigrationFailed = 20,

    /// <summary>There is no earlier good release.</summary>
    NothingToRollBackTo = 21,

    /// <summary>A release's files are not the ones that were sealed.</summary>
    ReleaseCorrupt = 22,

    /// <summary>A question could not be asked and was not answered beforehand.</summary>
    ConfirmationNeeded = 23,

    /// <summary>A rollback holds the release, or every deploy, until LiftHold.</summary>
    Held = 24,

    /// <summary>It would lose data, and nobody has accepted that.</summary>
    DataLoss = 25,

    /// <summary>The plan that was approved is not the plan of this moment.</summary>
    PlanChanged = 26,

    /// <summary>Another command took the lease over; this one ended where it was.</summary>
    LeaseLost = 27,

    /// <summary>A secret that the environment refers to cannot be read.</summary>
    SecretUnavailable = 28,

    /// <summary>The release has changes that no commit has, and the environment takes only what is committed.</summary>
    DirtyTree = 29,

    /// <summary>There is no suitable .NET SDK.</summary>
    NoSdk = 30,

    /// <summary>The build project does not compile.</summary>
    BuildDoesNotCompile = 31,

    /// <summary>The credentials are of another AWS account than the environment's, or of none that can be told.</summary>
    WrongAccount = 32,

    /// <summary>The database has migrations that the release does not know and cannot live with.</summary>
    SchemaNewer = 33,

    /// <summary>Ended by Ctrl+C (SIGINT).</summary>
    Interrupted = 130,

    /// <summary>Ended by SIGTERM.</summary>
    Terminated = 143,
}
