namespace FinanceHub.Data.Retention;

/// <summary>How long what is kept for a while is kept.</summary>
/// <param name="IdempotencyKeys">Answers to requests that must not be carried out twice.</param>
/// <param name="OutboxMessages">Messages that were delivered or given up.</param>
/// <param name="AlertEvents">Alerts that fired.</param>
public sealed record RetentionLimits(TimeSpan IdempotencyKeys, TimeSpan OutboxMessages, TimeSpan AlertEvents);
