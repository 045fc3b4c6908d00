using FinanceHub.Delivery.Environments;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

/// <summary>What can be set, where the output goes.</summary>
partial class Build
{
    [Parameter("Environment, a file of .nuke/environments. Default: that of the profile, else of .nuke/parameters.json")]
    readonly string? Env;

    [Parameter("Public port of the environment. Default: the one it runs on, else the environment file's")]
    readonly int? Port;

    [Parameter("Where the environment keeps releases, data and logs. Default: .state/<environment>")]
    readonly AbsolutePath? State;

    [Parameter("Why this is done; kept in the ledger")]
    readonly string? Reason;

    [Parameter("Seconds to wait for another deploy to end. Default: 0, refuse at once")]
    readonly int? Wait;

    [Parameter("Release to roll back to, by version or id. Default: the last good one")]
    readonly string? To;

    [Parameter("How the release gets the traffic in Deploy: all-at-once, canary or linear. Default: the environment file's")]
    readonly string? Strategy;

    [Parameter("Print the plan of a deploy or rollback and change nothing. Default: false")]
    readonly bool DryRun;

    [Parameter("Do exactly the plan of this hash, which --dry-run printed, and refuse if the world has moved. Default: do what is right now")]
    readonly string? Approved;

    [Parameter("Apply, or go back over, migrations that lose data. Default: false")]
    readonly bool AcceptDataLoss;

    [Parameter("Hold every deploy after a rollback, not only that of the release that is left. Default: false")]
    readonly bool HoldAll;

    [Parameter("Say whether the chain of the history is sound. Default: only when it is not", Name = "verify")]
    readonly bool VerifyChain;

    [Parameter("Service whose logs are shown: api, web, worker or gateway. Default: all")]
    readonly string? Service;

    [Parameter("Log lines shown of each service, rows of the history. Default: 50; the whole history")]
    readonly int? Lines;

    [Parameter("Days that Metrics looks back. Default: 30")]
    readonly int Days = 30;

    [Parameter("Keep printing new log lines until Ctrl+C. Default: false")]
    readonly bool Follow;

    [Parameter("Address that Smoke uses as a customer, https://host or http://host:port. Default: the environment's own")]
    readonly string? Address;

    [Parameter("Print JSON instead of a table. Default: false")]
    readonly bool Json;

    [Parameter("Warnings count as failures in Health. Default: false")]
    readonly bool Strict;

    [Parameter("Remove data, releases and logs too when stopping. Default: false")]
    readonly bool Purge;

    [Parameter("Answer every confirmation with yes; counts on the command line only. Default: false")]
    readonly bool Yes;

    [Parameter("Run only the tests whose full name contains this. Default: all")]
    readonly string? Filter;

    [Parameter("Least line coverage in percent that passes. Default: 70")]
    readonly double CoverageThreshold = 70;

    AbsolutePath ArtifactsDirectory => ((IHazArtifacts)this).ArtifactsDirectory;

    AbsolutePath ReportDirectory => ((IHazReports)this).ReportDirectory;

    AbsolutePath EvidenceDirectory => ArtifactsDirectory / "evidence";

    AbsolutePath ReleasesDirectory => ArtifactsDirectory / "releases";

    EnvironmentCatalog Environments => new(RootDirectory / ".nuke" / "environments");
}
