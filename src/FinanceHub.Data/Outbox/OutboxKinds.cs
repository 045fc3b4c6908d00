namespace FinanceHub.Data.Outbox;

/// <summary>The kinds of messages: each way to tell has its own, so that one that is broken holds up no other.</summary>
public static class OutboxKinds
{
    /// <summary>An alert that fired, told in the application.</summary>
    public const string AlertInApp = "alert/in-app";

    /// <summary>An alert that fired, told to a webhook.</summary>
    public const string AlertWebhook = "alert/webhook";

    /// <summary>The kinds of messages about an alert that fired; their subject is the event.</summary>
    public static IReadOnlyList<string> Alerts { get; } = [AlertInApp, AlertWebhook];
}
