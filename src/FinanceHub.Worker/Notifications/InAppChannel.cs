using FinanceHub.Data.Alerts;
using FinanceHub.Data.Outbox;

namespace FinanceHub.Worker.Notifications;

/// <summary>Tells in the application, which shows the events themselves.</summary>
internal sealed class InAppChannel(AlertEvaluationStore store) : INotificationChannel
{
    public string Kind => OutboxKinds.AlertInApp;

    public bool IsOpen => true;

    public int AtOnce => 1;

    public Task DeliverAsync(OutboxMessageEntity message, CancellationToken cancellation) =>
        Guid.TryParse(message.Subject, out var id) ? store.ShownAsync(id, cancellation) : throw new DeliveryException("The message names no event.");
}
