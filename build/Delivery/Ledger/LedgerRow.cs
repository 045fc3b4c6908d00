using System.Text.Json.Serialization;
using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Ledger;

/// <summary>One thing that happened to an environment.</summary>
public sealed record LedgerRow
{
    /// <summary>1 for the first row, then without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required LedgerEvent Event { get; init; }

    /// <summary>The command that it belongs to: a start and its outcome carry the same id.</summary>
    public required string Operation { get; init; }

    /// <summary>The release that it is about; null if nothing was deployed.</summary>
    public string? Release { get; init; }

    /// <summary>The release that served before.</summary>
    public string? Previous { get; init; }

    /// <summary>The version of <see cref="Release"/>.</summary>
    public string? Version { get; init; }

    /// <summary>The commit of <see cref="Release"/>.</summary>
    public string? Commit { get; init; }

    /// <summary>Who, as user@host.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, as the actor put it.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a rollback holds every deploy and not only that of the release it left; null if not.</summary>
    public bool? HoldsAll { get; init; }

    /// <summary>Whether <see cref="Release"/> serves although the command failed: what failed came after the switch, or the traffic could not be put back; null if not.</summary>
    public bool? Serves { get; init; }

    /// <summary>How the command ended, if this is an outcome.</summary>
    public ExitCode? ExitCode { get; init; }

    /// <summary>What was wrong, if it failed.</summary>
    public string? Error { get; init; }

    /// <summary>What watching the release under traffic has shown; null if it was not watched.</summary>
    public BakeResult? Bake { get; init; }

    /// <summary>How long each step took, in milliseconds.</summary>
    public IReadOnlyDictionary<string, double>? Durations { get; init; }

    /// <summary>The digest of each artefact of <see cref="Release"/>, by service; null in rows that put nothing into service.</summary>
    public IReadOnlyDictionary<string, string>? Digests { get; init; }

    /// <summary>SHA-256 of the bill of materials of <see cref="Release"/>; null in rows that put nothing into service, and of a release that has none.</summary>
    public string? Sbom { get; init; }

    /// <summary>The oldest migration that <see cref="Release"/> knows.</summary>
    public string? FirstMigration { get; init; }

    /// <summary>The newest migration that <see cref="Release"/> knows: the schema that it expects.</summary>
    public string? LastMigration { get; init; }

    /// <summary>What going from the newer to the older of <see cref="Release"/> and <see cref="Previous"/> takes of the schema; null if it is not known.</summary>
    public MigrationVerdict? Verdict { get; init; }

    /// <summary>Whom an unlocking fenced off.</summary>
    public string? Holder { get; init; }

    /// <summary>The lease under which it was written; never falls. Null in rows from before there were leases.</summary>
    public long? Token { get; init; }

    /// <summary>The hash of the row before; 64 zeros for the first.</summary>
    public string PreviousHash { get; init; } = LedgerChain.Origin;

    /// <summary>SHA-256 of this row's text up to this member.</summary>
    [JsonPropertyOrder(int.MaxValue)]
    public string? Hash { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LedgerRow))]
[JsonSerializable(typeof(Dictionary<string, double>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class LedgerJson : JsonSerializerContext;
