using FinanceHub.Data.Outbox;
using FinanceHub.Worker.Jobs;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Notifications;

/// <summary>Delivers the messages of one channel. What does not arrive is tried again later, and holds up nothing that comes after it.</summary>
internal sealed class DispatchJob(INotificationChannel channel, OutboxStore store, JobMetrics metrics, IOptions<NotificationOptions> options, ILogger<DispatchJob> logger) : IWorkerJob
{
    public const string Kind = "outbox";

    /// <summary>Longer than an attempt can take, or others would deliver it at the same time.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (delivered, failed) = (0, 0);
        while (await store.ClaimAsync(channel.Kind, channel.AtOnce, Lease, options.Value.MostAttempts, cancellation) is { Count: > 0 } claimed)
        {
            // Each as soon as it is known, and also while the worker stops: what arrived and is not noted is sent once more.
            await foreach (var attempt in Task.WhenEach(claimed.Select(message => TryAsync(message, cancellation))))
            {
                var (message, error) = await attempt;
                (delivered, failed) = error is null ? (delivered + 1, failed) : (delivered, failed + 1);
                await NoteAsync(message, error, CancellationToken.None);
            }

            cancellation.ThrowIfCancellationRequested();
        }

        metrics.OutboxPending(await store.PendingAsync(cancellation));
        return FormattableString.Invariant($"Delivered {delivered} messages, {failed} did not arrive.");
    }

    private async Task<(OutboxMessageEntity Message, string? Error)> TryAsync(OutboxMessageEntity message, CancellationToken cancellation)
    {
        try
        {
            await channel.DeliverAsync(message, cancellation);
            return (message, null);
        }
        catch (DeliveryException fault)
        {
            return (message, fault.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return (message, "The worker stopped in the middle of it.");
        }
        catch (Exception fault)
        {
            // Whatever it is, it says nothing about the other messages, and it may come again with this one each time.
            logger.LogDeliveryBroken(fault, channel.Kind, message.Id);
            return (message, $"It could not be delivered ({fault.GetType().Name}).");
        }
    }

    private Task NoteAsync(OutboxMessageEntity message, string? error, CancellationToken cancellation) => error switch
    {
        null => store.DeliveredAsync(message.Id, cancellation),
        _ when message.Attempts >= options.Value.MostAttempts => store.FailedAsync(message.Id, error, null, cancellation),
        _ => store.FailedAsync(message.Id, error, BackOff.After(options.Value.RetryDelay, message.Attempts), cancellation),
    };
}
