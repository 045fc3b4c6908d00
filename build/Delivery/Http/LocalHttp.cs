using System.Net.Http.Headers;

namespace FinanceHub.Delivery.Http;

/// <summary>The client with which delivery talks to hosts.</summary>
internal static class LocalHttp
{
    /// <param name="timeout">For each request.</param>
    /// <param name="keepAlive">False opens a connection for each request, so that an answer comes from what listens now.</param>
    public static HttpClient Create(TimeSpan timeout, bool keepAlive = true)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            // A proxy of the surroundings must not stand between the deployer and what it deployed.
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
        })
        { Timeout = timeout };
        client.DefaultRequestHeaders.ConnectionClose = !keepAlive;
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("FinanceHub.Delivery", null));
        return client;
    }
}
