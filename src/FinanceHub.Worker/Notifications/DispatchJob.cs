using FinanceHub.Data.Outbox;
using FinanceHub.Worker.Jobs;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Notifications;

/// <summary>Delivers the messages of one channel. What does not arrive is tried again later, and holds up nothing that comes after it.</summary>
internal sealed class DispatchJob(INotificationChannel channel, OutboxStore store, JobMetrics metrics, IOptions<NotificationOptions> options) : IWorkerJob
{
    public const string Kind = "outbox";

    private const int Batch = 20;

    /// <summary>Longer than a batch can take, or others would deliver it at the same time.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var (delivered, failed) = (0, 0);
        while (await store.ClaimAsync(channel.Kind, Batch, Lease, cancellation) is { Count: > 0 } claimed)
        {
            foreach (var some in claimed.Chunk(channel.AtOnce))
            {
                var errors = await Task.WhenAll(some.Select(message => TryAsync(message, cancellation)));
                foreach (var (message, error) in some.Zip(errors))
                {
                    (delivered, failed) = error is null ? (delivered + 1, failed) : (delivered, failed + 1);
                    await NoteAsync(message, error, cancellation);
                }
            }
        }

        metrics.OutboxPending(await store.PendingAsync(cancellation));
        return FormattableString.Invariant($"Delivered {delivered} messages, {failed} did not arrive.");
    }

    private async Task<string?> TryAsync(OutboxMessageEntity message, CancellationToken cancellation)
    {
        try
        {
            await channel.DeliverAsync(message, cancellation);
            return null;
        }
        catch (DeliveryException fault)
        {
            return fault.Message;
        }
    }

    private Task NoteAsync(OutboxMessageEntity message, string? error, CancellationToken cancellation) => error switch
    {
        null => store.DeliveredAsync(message.Id, cancellation),
        _ when message.Attempts >= options.Value.MostAttempts => store.FailedAsync(message.Id, error, null, cancellation),
        _ => store.FailedAsync(message.Id, error, BackOff.After(options.Value.RetryDelay, message.Attempts), cancellation),
    };
}
