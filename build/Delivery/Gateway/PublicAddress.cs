using System.Net;
using System.Text.Json;
using FinanceHub.Delivery.Http;

namespace FinanceHub.Delivery.Gateway;

/// <summary>Where customers come in.</summary>
/// <param name="endpoint">What the gateway listens on.</param>
internal sealed class PublicAddress(IPEndPoint endpoint)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>As a client on this machine writes it.</summary>
    public Uri Uri { get; } = new UriBuilder("http", Reachable(endpoint.Address), endpoint.Port).Uri;

    /// <summary>Asks over a new connection, as a customer would, until the release answers.</summary>
    /// <exception cref="DeliveryFailure">Another release answers, or none.</exception>
    public async Task ConfirmAsync(string releaseId, TimeProvider clock, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        using var client = LocalHttp.Create(Patience, keepAlive: false);
        while (true)
        {
            var found = await ServedAsync(client, cancellation);
            if (found == releaseId)
            {
                return;
            }

            if (clock.GetElapsedTime(start) >= Patience)
            {
                throw new DeliveryFailure(ExitCode.IdentityMismatch, $"{Uri} is answered by {found ?? "no release"}, expected {releaseId}.");
            }

            await Task.Delay(Interval, clock, cancellation);
        }
    }

    /// <summary>The release that answers; null if none does, or if gateway and page do not agree.</summary>
    private async Task<string?> ServedAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var version = await client.GetAsync(new Uri(Uri, "/version"), cancellation);
            using var document = JsonDocument.Parse(await version.Content.ReadAsByteArrayAsync(cancellation));
            var serving = document.RootElement.TryGetProperty("servingReleaseId", out var value) ? value.GetString() : null;
            using var page = await client.GetAsync(Uri, cancellation);
            var answered = page.Headers.TryGetValues("X-Release-Id", out var values) ? string.Join(", ", values) : null;
            return answered == serving ? serving : answered;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Reachable(IPAddress address) =>
        address.Equals(IPAddress.Any) ? IPAddress.Loopback.ToString() : address.Equals(IPAddress.IPv6Any) ? "[::1]" : address.ToString();
}
