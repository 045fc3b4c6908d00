using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.SupplyChain;

namespace FinanceHub.Delivery.Plans;

/// <summary>What a plan is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanKind>))]
public enum PlanKind
{
    /// <summary>Put a release into service.</summary>
    [JsonStringEnumMemberName("deploy")]
    Deploy,

    /// <summary>Bring an earlier one back.</summary>
    [JsonStringEnumMemberName("rollback")]
    Rollback,
}

/// <summary>What will be done to an environment, before it is done. Two plans of the same world are equal to the last byte.</summary>
public sealed record DeliveryPlan
{
    /// <summary>The version of this format: 1.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>What it is for.</summary>
    public required PlanKind Kind { get; init; }

    /// <summary>The environment's name.</summary>
    public required string Environment { get; init; }

    /// <summary>What runs now; null if nothing does.</summary>
    public PlannedRelease? Current { get; init; }

    /// <summary>What will run.</summary>
    public required PlannedRelease Wanted { get; init; }

    /// <summary>What becomes of each service.</summary>
    public required IReadOnlyList<ServiceChange> Services { get; init; }

    /// <summary>Settings of the hosts that will differ from those that run now.</summary>
    public required IReadOnlyList<SettingChange> Settings { get; init; }

    /// <summary>The migrations that will be applied (deploy) or taken back (rollback), with what going back over each takes.</summary>
    public required IReadOnlyList<MigrationGrade> Migrations { get; init; }

    /// <summary>Packages that the wanted release ships other versions of than what runs; null if nothing runs, or one of the two does not tell.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PackageChange>? Packages { get; init; }

    /// <summary>What the database has that the wanted release cannot live with; told in <see cref="Obstacles"/>.</summary>
    [JsonIgnore]
    internal IReadOnlyList<MigrationGrade> Unlivable { get; init; } = [];

    /// <summary>The worst of <see cref="Migrations"/>.</summary>
    public required MigrationVerdict Verdict { get; init; }

    /// <summary>Where what runs differs from what the ledger says, one sentence each.</summary>
    public required IReadOnlyList<string> Drift { get; init; }

    /// <summary>What will refuse it, one sentence each; none if nothing will.</summary>
    public required IReadOnlyList<string> Obstacles { get; init; }

    /// <summary>How the wanted release gets the traffic: all-at-once, canary or linear.</summary>
    public string Strategy { get; init; } = new DeliveryStrategy().Name;

    /// <summary>What makes the bake put the traffic back; null if it is not watched.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Bake { get; init; }

    /// <summary>Whether there is no database yet: the deploy creates it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CreatesDatabase { get; init; }

    /// <summary>The steps in their order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>The hash of the ledger's last row: whatever happens to the environment changes it.</summary>
    public required string LedgerHead { get; init; }

    /// <summary>How long it will take by what the ledger remembers of such commands; null if it remembers none. Not part of the hash.</summary>
    [JsonIgnore]
    public Eta? Eta { get; init; }

    /// <summary>Whether there is nothing to do.</summary>
    [JsonIgnore]
    public bool IsEmpty => Current?.ReleaseId == Wanted.ReleaseId && Services.All(service => service.Change == "unchanged") && Settings.Count == 0 && Migrations.Count == 0;

    /// <summary>The text that is stored and hashed.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, PlanJson.Default.DeliveryPlan);

    /// <summary>Names the plan: the first 16 hexadecimal digits of the SHA-256 of <see cref="ToBytes"/>.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()))[..16];
}

/// <summary>A release in a plan.</summary>
/// <param name="ReleaseId">Its id.</param>
/// <param name="Version">Its version; null if its files are gone.</param>
/// <param name="Commit">Its commit; null if its files are gone.</param>
public sealed record PlannedRelease(string ReleaseId, string? Version, string? Commit);

/// <summary>What becomes of a service.</summary>
/// <param name="Service">api, web, worker, gateway or database.</param>
/// <param name="Change">new, changed or unchanged.</param>
/// <param name="From">The digest that runs; null if none does.</param>
/// <param name="To">The digest that will.</param>
public sealed record ServiceChange(string Service, string Change, string? From, string To);

/// <summary>A setting of a host that changes.</summary>
/// <param name="Service">The host.</param>
/// <param name="Name">The setting.</param>
/// <param name="From">Null if it was not set. A secret is told by three stars.</param>
/// <param name="To">Null if it will not be set.</param>
public sealed record SettingChange(string Service, string Name, string? From, string? To);

/// <summary>How long commands like this one took.</summary>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="P95">Nineteen of twenty took no longer.</param>
/// <param name="Runs">How many there were.</param>
public sealed record Eta(TimeSpan Median, TimeSpan P95, int Runs)
{
    /// <summary>For people.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median.TotalSeconds:0.0} s (median of {Runs}; 95 % within {P95.TotalSeconds:0.0} s)");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(DeliveryPlan))]
internal sealed partial class PlanJson : JsonSerializerContext;
