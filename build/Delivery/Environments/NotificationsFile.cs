using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Environments;

/// <summary>The notifications of an environment file as they are written.</summary>
internal sealed record NotificationsFile
{
    public string? SlackWebhook { get; init; }

    public NotificationTargets ToTargets() => new() { SlackWebhook = SlackWebhook is null ? null : SecretReference.Parse(SlackWebhook) };
}
