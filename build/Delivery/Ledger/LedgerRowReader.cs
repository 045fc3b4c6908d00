using System.Text.Json;
using FinanceHub.Delivery.Bakes;
using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Ledger;

/// <summary>
/// Reads rows that follow each other. By hand, because every command reads the ledger of all years: texts that repeat from row to row
/// are kept once, digests and durations are parsed only for who asks.
/// </summary>
internal sealed class LedgerRowReader
{
    private readonly Dictionary<string, string> _last = new(StringComparer.Ordinal);
    private string _hash = LedgerChain.Origin;

    /// <summary>The row of a line; what a later version added is skipped.</summary>
    /// <exception cref="JsonException">The line is no row.</exception>
    public LedgerRow Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            return ReadRow(line);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException)
        {
            throw new JsonException("a member is not of the type that it should be", fault);
        }
    }

    private LedgerRow ReadRow(ReadOnlyMemory<byte> line)
    {
        var reader = new Utf8JsonReader(line.Span);
        Require(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        long sequence = 0;
        long? token = null;
        bool? holdsAll = null;
        bool? serves = null;
        DateTimeOffset? at = null;
        LedgerEvent? what = null;
        ExitCode? exitCode = null;
        MigrationVerdict? verdict = null;
        BakeResult? bake = null;
        string? operation = null, release = null, previous = null, version = null, commit = null, actor = null, reason = null, error = null, holder = null;
        string? sbom = null, firstMigration = null, lastMigration = null, previousHash = null, hash = null;
        IReadOnlyDictionary<string, double>? durations = null;
        IReadOnlyDictionary<string, string>? digests = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "sequence"u8))
            {
                sequence = reader.GetInt64();
            }
            else if (Is(ref reader, "at"u8))
            {
                at = reader.GetDateTimeOffset();
            }
            else if (Is(ref reader, "event"u8))
            {
                what = Event(Text(ref reader, "event"));
            }
            else if (Is(ref reader, "operation"u8))
            {
                operation = Text(ref reader, nameof(operation));
            }
            else if (Is(ref reader, "release"u8))
            {
                release = Text(ref reader, nameof(release));
            }
            else if (Is(ref reader, "previous"u8))
            {
                previous = Text(ref reader, nameof(previous));
            }
            else if (Is(ref reader, "version"u8))
            {
                version = Text(ref reader, nameof(version));
            }
            else if (Is(ref reader, "commit"u8))
            {
                commit = Text(ref reader, nameof(commit));
            }
            else if (Is(ref reader, "actor"u8))
            {
                actor = Text(ref reader, nameof(actor));
            }
            else if (Is(ref reader, "reason"u8))
            {
                reason = Text(ref reader, nameof(reason));
            }
            else if (Is(ref reader, "holdsAll"u8))
            {
                holdsAll = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (Is(ref reader, "serves"u8))
            {
                serves = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (Is(ref reader, "exitCode"u8))
            {
                exitCode = reader.TokenType == JsonTokenType.Null ? null : (ExitCode)reader.GetInt32();
            }
            else if (Is(ref reader, "error"u8))
            {
                error = reader.GetString();
            }
            else if (Is(ref reader, "durations"u8))
            {
                durations = Later(ref reader, line, LedgerJson.Default.DictionaryStringDouble);
            }
            else if (Is(ref reader, "digests"u8))
            {
                digests = Later(ref reader, line, LedgerJson.Default.DictionaryStringString);
            }
            else if (Is(ref reader, "sbom"u8))
            {
                sbom = reader.GetString();
            }
            else if (Is(ref reader, "firstMigration"u8))
            {
                firstMigration = Text(ref reader, nameof(firstMigration));
            }
            else if (Is(ref reader, "lastMigration"u8))
            {
                lastMigration = Text(ref reader, nameof(lastMigration));
            }
            else if (Is(ref reader, "verdict"u8))
            {
                verdict = Verdict(Text(ref reader, nameof(verdict)));
            }
            else if (Is(ref reader, "bake"u8))
            {
                bake = JsonSerializer.Deserialize(ref reader, LedgerJson.Default.BakeResult);
            }
            else if (Is(ref reader, "holder"u8))
            {
                holder = reader.GetString();
            }
            else if (Is(ref reader, "token"u8))
            {
                token = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
            }
            else if (Is(ref reader, "previousHash"u8))
            {
                // Usually the one that was read just before: then it is the same text and not another copy.
                previousHash = reader.ValueTextEquals(_hash) ? _hash : reader.GetString();
            }
            else if (Is(ref reader, "hash"u8))
            {
                hash = reader.GetString();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        Require(reader.TokenType == JsonTokenType.EndObject && !reader.Read());
        Require(at is not null && what is not null && operation is not null && actor is not null && hash is not null);
        _hash = hash!;
        return new LedgerRow
        {
            Sequence = sequence,
            At = at!.Value,
            Event = what!.Value,
            Operation = operation!,
            Release = release,
            Previous = previous,
            Version = version,
            Commit = commit,
            Actor = actor!,
            Reason = reason,
            HoldsAll = holdsAll,
            Serves = serves,
            ExitCode = exitCode,
            Error = error,
            Durations = durations,
            Digests = digests,
            Sbom = sbom,
            FirstMigration = firstMigration,
            LastMigration = lastMigration,
            Verdict = verdict,
            Bake = bake,
            Holder = holder,
            Token = token,
            PreviousHash = previousHash ?? LedgerChain.Origin,
            Hash = hash,
        };
    }

    /// <summary>Whether the member is this one; then the reader stands on its value.</summary>
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private string? Text(ref Utf8JsonReader reader, string member)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (_last.TryGetValue(member, out var last) && reader.ValueTextEquals(last))
        {
            return last;
        }

        return _last[member] = reader.GetString()!;
    }

    private static LedgerObject<T>? Later<T>(ref Utf8JsonReader reader, ReadOnlyMemory<byte> line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<Dictionary<string, T>> type)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Require(reader.TokenType == JsonTokenType.StartObject);
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new LedgerObject<T>(line[start..(int)reader.BytesConsumed], type);
    }

    private static LedgerEvent Event(string? text) => text switch
    {
        "deploy-started" => LedgerEvent.DeployStarted,
        "deploy-succeeded" => LedgerEvent.DeploySucceeded,
        "deploy-failed" => LedgerEvent.DeployFailed,
        "rollback-started" => LedgerEvent.RollbackStarted,
        "rollback-succeeded" => LedgerEvent.RollbackSucceeded,
        "rollback-failed" => LedgerEvent.RollbackFailed,
        "hold-lifted" => LedgerEvent.HoldLifted,
        "unlocked" => LedgerEvent.Unlocked,
        "stopped" => LedgerEvent.Stopped,
        "seeded" => LedgerEvent.Seeded,
        null => throw new JsonException("a row has no event"),
        // The chain shows that it was written so: a build from an older commit must be able to roll back.
        _ => LedgerEvent.Other,
    };

    private static MigrationVerdict? Verdict(string? text) => text switch
    {
        null => null,
        "safe" => MigrationVerdict.Safe,
        "needs-down" => MigrationVerdict.NeedsDown,
        "one-way" => MigrationVerdict.OneWay,
        _ => throw new JsonException($"'{text}' is no verdict"),
    };

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new JsonException("the line is no row");
        }
    }
}
