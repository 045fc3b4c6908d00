using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using FinanceHub.Data.Outbox;
using FinanceHub.Worker.Configuration;
using Microsoft.Extensions.Options;

namespace FinanceHub.Worker.Notifications;

/// <summary>Tells a server of the operator's.</summary>
internal sealed class WebhookChannel(HttpClient http, IOptions<NotificationOptions> options, TimeProvider clock) : INotificationChannel
{
    public const string SignatureHeader = "X-FinanceHub-Signature";
    public const string TimestampHeader = "X-FinanceHub-Timestamp";
    public const string KeyHeader = "Idempotency-Key";

    public string Kind => OutboxKinds.AlertWebhook;

    public bool IsOpen => options.Value.WebhookUrl is not null;

    public int AtOnce => 4;

    public async Task DeliverAsync(OutboxMessageEntity message, CancellationToken cancellation)
    {
        if (options.Value.WebhookUrl is not { } url)
            throw new DeliveryException("No webhook is configured.");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(message.Payload, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add(KeyHeader, message.Id.ToString());
        Sign(request, message.Payload);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!response.IsSuccessStatusCode)
                throw new DeliveryException(FormattableString.Invariant($"The webhook answered {(int)response.StatusCode}."));
        }
        catch (HttpRequestException fault)
        {
            // Not its message: it names the address, which may hold a secret.
            throw new DeliveryException($"The webhook could not be reached ({fault.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DeliveryException("The webhook did not answer in time.");
        }
    }

    /// <summary>The time is signed as well, so that what was overheard cannot be sent again later.</summary>
    public static string Signature(string secret, string timestamp, string payload) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{payload}")));

    private void Sign(HttpRequestMessage request, string payload)
    {
        if (Secret.Of(options.Value.WebhookSecret) is not { } secret)
            return;
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Signature(secret.Reveal(), timestamp, payload));
    }
}
