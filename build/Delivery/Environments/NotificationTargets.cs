using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Environments;

/// <summary>Who is told about deploys and rollbacks.</summary>
public sealed record NotificationTargets
{
    /// <summary>Where the address of a Slack incoming webhook is, which is a secret; null tells nobody. Default: null.</summary>
    public SecretReference? SlackWebhook { get; init; }
}
