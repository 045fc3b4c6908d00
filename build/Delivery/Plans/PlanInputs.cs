using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Plans;

/// <summary>The world as a plan sees it.</summary>
internal sealed record PlanInputs
{
    public required PlanKind Kind { get; init; }

    public required string Environment { get; init; }

    public required string? CurrentId { get; init; }

    /// <summary>What really serves; a rollback may leave something else, which has not come into service.</summary>
    public required string? ServingId { get; init; }

    /// <summary>Null if its files are gone.</summary>
    public required ReleaseManifest? Current { get; init; }

    public required ReleaseManifest Wanted { get; init; }

    /// <summary>What runs, by service.</summary>
    public required IReadOnlyList<HostSettings> Running { get; init; }

    /// <summary>What would run, by service.</summary>
    public required IReadOnlyList<HostSettings> Planned { get; init; }

    /// <summary>What the database lacks of the wanted release (deploy), or has beyond it (rollback).</summary>
    public required IReadOnlyList<MigrationGrade> Migrations { get; init; }

    /// <summary>Null if that is not known.</summary>
    public required IReadOnlyList<PackageChange>? Packages { get; init; }

    public required IReadOnlyList<LedgerRow> Rows { get; init; }

    /// <summary>Services of the current release that do not run.</summary>
    public required IReadOnlyList<string> Dead { get; init; }

    /// <summary>Whether API and web of the wanted release are kept warm.</summary>
    public required bool Warm { get; init; }

    /// <summary>How the wanted release gets the traffic; null for all at once, unwatched.</summary>
    public DeliveryStrategy? Strategy { get; init; }

    /// <summary>Whether a rollback finds its target serving, and has only to make sure of it.</summary>
    public bool Finishes { get; init; }

    /// <summary>Whether the gateway that runs is another than the wanted release's.</summary>
    public bool ReplacesGateway { get; init; }

    /// <summary>Whether what serves now is kept running afterwards, without traffic.</summary>
    public bool KeepsOld { get; init; }

    /// <summary>Whether the database has to be created first.</summary>
    public bool CreatesDatabase { get; init; }

    public required IReadOnlyList<string> Obstacles { get; init; }
}
