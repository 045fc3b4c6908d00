using System.Net.Mime;
using System.Text;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Notifications;

/// <summary>Tells people how a command ended. Whatever goes wrong with that is told to who typed the command, and changes nothing about it.</summary>
internal sealed class Notifier(DeliveryContext context)
{
    /// <summary>An endpoint that hangs must not keep who waits for a rollback.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Tells of the newest row of a command.</summary>
    /// <param name="operation">Its id in the ledger.</param>
    public async Task TellAsync(string operation)
    {
        if (context.Environment.Notifications.SlackWebhook is not { } reference || context.Lease.Loss is not null)
        {
            return; // nobody is to be told, or the environment is somebody else's by now
        }

        using var limit = new CancellationTokenSource(Timeout);
        try
        {
            if (context.Ledger.Read().LastOrDefault(row => row.Operation == operation) is { } outcome)
            {
                await PostAsync(await WebhookAsync(reference, limit.Token), outcome, limit.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException)
        {
            Warn($"Slack did not answer within {Timeout.TotalSeconds:0} s");
        }
        catch (Exception fault) when (fault is SecretUnavailableException or HttpRequestException or DeliveryFailure or IOException)
        {
            Warn(fault.Message);
        }
    }

    private async Task<SecretValue> WebhookAsync(SecretReference reference, CancellationToken cancellation)
    {
        try
        {
            return await context.Secrets.ReadAsync(reference, cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new SecretUnavailableException($"{reference} was not given within {Timeout.TotalSeconds:0} s");
        }
    }

    private async Task PostAsync(SecretValue webhook, LedgerRow outcome, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(webhook.Reveal(), UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new SecretUnavailableException($"{context.Environment.Notifications.SlackWebhook} is not an https address");
        }

        // An answer that redirects would send the message, and the webhook's secret path, somewhere else.
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Timeout });
        var message = SlackMessage.Render(new Notification
        {
            Environment = context.Environment.Name,
            Outcome = outcome,
            RunUrl = ContinuousIntegration.RunUrl(System.Environment.GetEnvironmentVariable),
        });
        using var content = new StringContent(context.Redact(message), Encoding.UTF8, MediaTypeNames.Application.Json);
        using var answer = await client.PostAsync(address, content, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"Slack answered {(int)answer.StatusCode}");
        }
    }

    private void Warn(string fault) => context.Output.Warn($"Nobody was notified: {fault.TrimEnd('.')}. Nothing else is affected.");
}
