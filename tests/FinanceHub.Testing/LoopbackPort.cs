using System.Net;
using System.Net.Sockets;

namespace FinanceHub.Testing;

/// <summary>Ports for hosts under test.</summary>
public static class LoopbackPort
{
    // Below the ports that the kernel gives to outgoing connections and that deploys choose: a port from there can be taken
    // again before its host listens, by any client of a test that runs beside.
    private const int First = 10000;
    private const int Count = 10000;
    private static int s_last = Random.Shared.Next(Count);

    /// <summary>A port that was free a moment ago on 127.0.0.1 and that this process is given only once.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref s_last) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
