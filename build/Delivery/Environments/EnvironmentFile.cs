using System.Text.Json.Serialization;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Environments;

/// <summary>An environment file as it is written: what it leaves out is null here and gets its default from the model.</summary>
internal sealed record EnvironmentFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required PlatformKind Platform { get; init; }

    public string? Address { get; init; }

    public int? Port { get; init; }

    public bool? Standby { get; init; }

    public ConfirmationPolicy? Confirm { get; init; }

    public StrategyFile? Strategy { get; init; }

    public string? AwsAccount { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string?>?>? Secrets { get; init; }

    public NotificationsFile? Notifications { get; init; }

    public LimitsFile? Limits { get; init; }

    public DeliveryEnvironment ToEnvironment(string name)
    {
        var defaults = new DeliveryEnvironment { Name = name, Platform = Platform };
        return defaults with
        {
            Address = Address ?? defaults.Address,
            Port = Port ?? defaults.Port,
            Standby = Standby ?? defaults.Standby,
            Confirm = Confirm ?? (name == DeliveryEnvironment.Production ? ConfirmationPolicy.Always : defaults.Confirm),
            Strategy = (Strategy ?? new StrategyFile()).ToStrategy(),
            AwsAccount = AwsAccount,
            Secrets = Secrets?.ToDictionary(host => host.Key, References, StringComparer.Ordinal) ?? defaults.Secrets,
            Notifications = (Notifications ?? new NotificationsFile()).ToTargets(),
            Limits = (Limits ?? new LimitsFile()).ToLimits(),
        };
    }

    private static IReadOnlyDictionary<string, SecretReference> References(KeyValuePair<string, IReadOnlyDictionary<string, string?>?> host) =>
        (host.Value ?? new Dictionary<string, string?>()).ToDictionary(setting => setting.Key, setting => SecretReference.Parse(setting.Value), StringComparer.Ordinal);
}

/// <summary>The limits of an environment file as they are written.</summary>
internal sealed record LimitsFile
{
    public TimeSpan? ReadyTimeout { get; init; }

    public TimeSpan? DrainTimeout { get; init; }

    public TimeSpan? StopTimeout { get; init; }

    public TimeSpan? SmokeTimeout { get; init; }

    public TimeSpan? MigrationTimeout { get; init; }

    public int? ReleasesKept { get; init; }

    public int? BackupsKept { get; init; }

    public int? FreeDiskMebibytes { get; init; }

    public EnvironmentLimits ToLimits()
    {
        var defaults = new EnvironmentLimits();
        return new EnvironmentLimits
        {
            ReadyTimeout = ReadyTimeout ?? defaults.ReadyTimeout,
            DrainTimeout = DrainTimeout ?? defaults.DrainTimeout,
            StopTimeout = StopTimeout ?? defaults.StopTimeout,
            SmokeTimeout = SmokeTimeout ?? defaults.SmokeTimeout,
            MigrationTimeout = MigrationTimeout ?? defaults.MigrationTimeout,
            ReleasesKept = ReleasesKept ?? defaults.ReleasesKept,
            BackupsKept = BackupsKept ?? defaults.BackupsKept,
            FreeDiskMebibytes = FreeDiskMebibytes ?? defaults.FreeDiskMebibytes,
        };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(EnvironmentFile))]
internal sealed partial class EnvironmentJson : JsonSerializerContext;
