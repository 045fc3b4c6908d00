using System.Collections.ObjectModel;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Environments;

/// <summary>Where a release runs and within which limits: <c>.nuke/environments/&lt;name&gt;.json</c>.</summary>
public sealed record DeliveryEnvironment
{
    /// <summary>The environment that customers use; it always asks.</summary>
    public const string Production = "prod";

    /// <summary>The environment of a developer's own machine.</summary>
    public const string Local = "local";

    /// <summary>The file's name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it takes a release of changes that are not committed: only a developer's own does.</summary>
    public bool TakesUncommitted => Name == Local;

    /// <summary>Where a release runs.</summary>
    public required PlatformKind Platform { get; init; }

    /// <summary>IP address that the gateway listens on. Default: 127.0.0.1.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port that the gateway listens on, 1 to 65535. Default: 8080.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>Whether API and web of the release that a deploy replaces keep running without traffic, so that a rollback need not start them. Default: true.</summary>
    public bool Standby { get; init; } = true;

    /// <summary>Which commands ask before they change it. Default: a rollback; in <c>prod</c> always.</summary>
    public ConfirmationPolicy Confirm { get; init; } = ConfirmationPolicy.Rollback;

    /// <summary>How a new release gets the traffic.</summary>
    public DeliveryStrategy Strategy { get; init; } = new();

    /// <summary>The AWS account that credentials must belong to, 12 digits. Default: none is asked for.</summary>
    public string? AwsAccount { get; init; }

    /// <summary>Settings whose values are secret, by host and by the setting's name as an environment variable. Default: none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, SecretReference>> Secrets { get; init; } = ReadOnlyDictionary<string, IReadOnlyDictionary<string, SecretReference>>.Empty;

    /// <summary>Who is told. Default: nobody.</summary>
    public NotificationTargets Notifications { get; init; } = new();

    /// <summary>Times and amounts that a deploy keeps to.</summary>
    public EnvironmentLimits Limits { get; init; } = new();
}
