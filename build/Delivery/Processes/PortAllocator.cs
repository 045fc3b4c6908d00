using System.Net;
using System.Net.Sockets;

namespace FinanceHub.Delivery.Processes;

/// <summary>
/// Free ports for instances, from below the range that the kernel hands out to outgoing connections: a port of that range
/// can be taken by any client between being found free and being bound, and again while a crashed host waits to restart.
/// Until disposed no other deploy on this machine chooses the same: a host needs half a second to bind what was found free for it.
/// </summary>
internal sealed class PortAllocator : IDisposable
{
    private const int First = 20000;
    private const int Last = 31999;
    private readonly List<Socket> _reservations = [];

    /// <summary>Finds different free ports of this machine's loopback.</summary>
    public IReadOnlyList<int> Take(int count, IReadOnlySet<int> except)
    {
        var ports = new List<int>(count);
        for (var attempt = 0; attempt < 1000 && ports.Count < count; attempt++)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (!except.Contains(port) && TryReserve(port))
            {
                ports.Add(port);
            }
        }

        return ports.Count == count ? ports : throw new DeliveryFailure(ExitCode.PortInUse, $"There are not {count} free ports between {First} and {Last}. Stop what uses them.");
    }

    /// <summary>Whether something could listen there now.</summary>
    public static bool IsFree(IPAddress address, int port)
    {
        using var socket = TryBind(new IPEndPoint(address, port), SocketType.Stream, ProtocolType.Tcp);
        return socket is not null;
    }

    public void Dispose() => _reservations.ForEach(socket => socket.Dispose());

    // The UDP port of the same number stands for the TCP port: it is exclusive, ends with this process however that ends,
    // belongs to no user, and does not stand in the way of the host that listens on TCP.
    private bool TryReserve(int port)
    {
        if (TryBind(new IPEndPoint(IPAddress.Loopback, port), SocketType.Dgram, ProtocolType.Udp) is not { } reservation)
        {
            return false;
        }

        if (!IsFree(IPAddress.Loopback, port))
        {
            reservation.Dispose();
            return false;
        }

        _reservations.Add(reservation);
        return true;
    }

    private static Socket? TryBind(IPEndPoint endpoint, SocketType type, ProtocolType protocol)
    {
        // No address reuse: on the runtime's default a second listener could slip in beside another.
        var socket = new Socket(endpoint.AddressFamily, type, protocol) { ExclusiveAddressUse = true };
        try
        {
            socket.Bind(endpoint);
            if (type == SocketType.Stream)
            {
                socket.Listen(1);
            }

            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
