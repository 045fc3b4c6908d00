using FinanceHub.Data.Outbox;

namespace FinanceHub.Worker.Notifications;

/// <summary>A way to tell.</summary>
internal interface INotificationChannel
{
    /// <summary>The messages that go this way; of <see cref="OutboxKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Whether new messages go this way.</summary>
    bool IsOpen { get; }

    /// <summary>How many it delivers at once.</summary>
    int AtOnce { get; }

    /// <summary>Delivers a message, which may have been delivered before.</summary>
    /// <exception cref="DeliveryException">It did not arrive.</exception>
    Task DeliverAsync(OutboxMessageEntity message, CancellationToken cancellation);
}

/// <summary>Why a message did not arrive, one sentence without anything secret.</summary>
internal sealed class DeliveryException(string message) : Exception(message);
