namespace FinanceHub.Data.Outbox;

/// <summary>The kinds of messages: each receiver has its own, so that one that is broken holds up no other.</summary>
public static class OutboxKinds
{
    /// <summary>An alert that fired, told in the application.</summary>
    public const string AlertInApp = "alert/in-app";

    /// <summary>An alert that fired, told to a webhook.</summary>
    public const string AlertWebhook = "alert/webhook";

    /// <summary>Exchange rates of a year that somebody needs, told to the worker that has a provider to ask.</summary>
    public const string WantedRates = "exchange-rates/wanted";

    /// <summary>The kinds of messages about an alert that fired; their subject is the event.</summary>
    public static IReadOnlyList<string> Alerts { get; } = [AlertInApp, AlertWebhook];
}
