using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace FinanceHub.Gateway.Listening;

/// <summary>
/// Kestrel's socket transport, but the public listeners can be closed while the connections stay open. Kestrel itself stops both at
/// once, and closes idle connections in the very moment in which their clients may be sending.
/// </summary>
internal sealed class ClosableListenerFactory(
    IOptions<SocketTransportOptions> transport, ILoggerFactory loggers, IOptions<GatewayOptions> options)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory _sockets = new(transport, loggers);
    private readonly List<IConnectionListener> _public = [];

    public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var listener = await _sockets.BindAsync(endpoint, cancellationToken);
        if (endpoint is not IPEndPoint { Port: var port } || port != options.Value.AdminPort)
            _public.Add(listener);
        return listener;
    }

    /// <summary>Accepts no further public connections; a socket that a supervisor holds stays open there.</summary>
    internal async Task ClosePublicAsync(CancellationToken ct)
    {
        foreach (var listener in _public)
            await listener.UnbindAsync(ct);
    }
}
