namespace FinanceHub.Delivery.Deployments;

/// <summary>The steps of a replacement, in their order. A command can die at the beginning of any of them.</summary>
internal enum DeployStep
{
    /// <summary>The release is sound and the state directory can be written.</summary>
    Verify,

    /// <summary>One command at a time.</summary>
    Lock,

    /// <summary>Finish or undo what a killed command left.</summary>
    Recover,

    /// <summary>Port and disk.</summary>
    Preflight,

    /// <summary>The release into the state directory.</summary>
    Copy,

    /// <summary>Backup, then pending migrations.</summary>
    Migrate,

    /// <summary>The new hosts beside the old.</summary>
    Start,

    /// <summary>All of them ready, as the release that was started.</summary>
    Ready,

    /// <summary>The new hosts do what customers need.</summary>
    Smoke,

    /// <summary>A share of the traffic, once for each step of a canary or linear strategy.</summary>
    Shift,

    /// <summary>The gateway's routes: all of the traffic.</summary>
    Switch,

    /// <summary>The new release answers at the public address.</summary>
    Confirm,

    /// <summary>The new release under traffic, against the old: after each <see cref="Shift"/>, and with all of the traffic.</summary>
    Bake,

    /// <summary>The gateway itself, if it changed.</summary>
    Gateway,

    /// <summary>Requests in flight on the old hosts.</summary>
    Drain,

    /// <summary>The old hosts end; from here on there is no way back but a rollback.</summary>
    StopOld,

    /// <summary>Migrations that the release that serves again cannot live with.</summary>
    TakeBack,

    /// <summary>The outcome into the ledger.</summary>
    Record,

    /// <summary>Releases and backups that are no longer needed.</summary>
    Prune,
}
