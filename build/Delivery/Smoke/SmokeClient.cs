using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FinanceHub.Delivery.Http;

namespace FinanceHub.Delivery.Smoke;

/// <summary>Sends the suite's requests and holds every answer against its expected status and release.</summary>
internal sealed class SmokeClient(string? releaseId) : IDisposable
{
    private readonly HttpClient _client = LocalHttp.Create(TimeSpan.FromSeconds(15));

    /// <summary>Whether there was an answer, whatever it said.</summary>
    public bool Reached { get; private set; }

    /// <summary>A bearer token for the requests that follow.</summary>
    public void SignIn(string token) => _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    /// <exception cref="SmokeMismatchException">Another status, or another release answered.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, int expected, JsonObject? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8"));
        }

        var answer = await _client.SendAsync(request, cancellation);
        Reached = true;
        var actual = (int)answer.StatusCode;
        if (actual != expected)
        {
            using (answer)
            {
                var text = (await answer.Content.ReadAsStringAsync(cancellation)).ReplaceLineEndings(" ");
                throw new SmokeMismatchException($"{method} {address.AbsolutePath} answered {actual}, expected {expected}: {(text.Length > 300 ? text[..300] : text)}", actual);
            }
        }

        RequireRelease(address, answer);
        return answer;
    }

    /// <summary>Sends and reads the JSON of the answer.</summary>
    public async Task<JsonElement> JsonAsync(HttpMethod method, Uri address, int expected, JsonObject? body, CancellationToken cancellation)
    {
        using var answer = await SendAsync(method, address, expected, body, cancellation);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
        return document.RootElement.Clone();
    }

    public void Dispose() => _client.Dispose();

    private void RequireRelease(Uri address, HttpResponseMessage answer)
    {
        if (releaseId is null)
        {
            return;
        }

        var served = answer.Headers.TryGetValues("X-Release-Id", out var values) ? string.Join(", ", values) : "nothing";
        if (served != releaseId)
        {
            throw new SmokeMismatchException($"{address.AbsolutePath} was answered by release {served}, expected {releaseId}");
        }
    }
}
