using System.Diagnostics;
using System.Net;
using Yarp.ReverseProxy.Forwarder;

namespace FinanceHub.Gateway.Forwarding;

/// <summary>The connections to the destinations.</summary>
internal sealed class ForwardingClient : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    internal HttpMessageInvoker Invoker { get; } = new(new SocketsHttpHandler
    {
        // A proxy passes everything on as it is.
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
        ConnectTimeout = ConnectTimeout,
    });

    public void Dispose() => Invoker.Dispose();
}
