using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FinanceHub.Delivery.Http;

namespace FinanceHub.Delivery.Gateway;

/// <summary>Talks to the gateway's administration, which listens on this machine only.</summary>
/// <param name="address">Its address, for example http://127.0.0.1:23456.</param>
internal sealed class GatewayClient(Uri address) : IDisposable
{
    private readonly HttpClient _client = LocalHttp.Create(TimeSpan.FromSeconds(5));
    private readonly Uri _routes = new(address, "/routes");
    private readonly Uri _figures = new(address, "/traffic");

    /// <summary>What it serves; null if it does not answer.</summary>
    public Task<GatewayState?> ReadAsync(CancellationToken cancellation) => ReadAsync(_routes, GatewayJson.Default.GatewayState, cancellation);

    /// <summary>How requests went since it started; null if it does not answer, or is too old to count.</summary>
    public Task<GatewayFigures?> ReadFiguresAsync(CancellationToken cancellation) => ReadAsync(_figures, GatewayFiguresJson.Default.GatewayFigures, cancellation);

    private async Task<T?> ReadAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await _client.GetFromJsonAsync(address, type, cancellation);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Replaces all routes at once.</summary>
    /// <returns>What it serves from now on.</returns>
    /// <exception cref="DeliveryFailure">It refused or did not answer.</exception>
    public async Task<GatewayState> WriteAsync(GatewayRoutes routes, CancellationToken cancellation)
    {
        try
        {
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(routes, GatewayJson.Default.GatewayRoutes));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await _client.PutAsync(_routes, content, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new DeliveryFailure(ExitCode.Failed, $"The gateway refused the routes of {routes.ReleaseId} ({(int)answer.StatusCode}): {await answer.Content.ReadAsStringAsync(cancellation)}");
            }

            var state = await answer.Content.ReadFromJsonAsync(GatewayJson.Default.GatewayState, cancellation);
            return state?.ReleaseId == routes.ReleaseId
                ? state
                : throw new DeliveryFailure(ExitCode.IdentityMismatch, $"The gateway says that it serves {state?.ReleaseId ?? "nothing"}, expected {routes.ReleaseId}.");
        }
        catch (HttpRequestException fault)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"The gateway did not take the routes of {routes.ReleaseId}: {fault.Message}", fault);
        }
        catch (TaskCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw new DeliveryFailure(ExitCode.Failed, $"The gateway did not take the routes of {routes.ReleaseId} within {_client.Timeout.TotalSeconds:0} s.", fault);
        }
    }

    public void Dispose() => _client.Dispose();
}
