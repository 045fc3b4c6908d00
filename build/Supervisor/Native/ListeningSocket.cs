using System.Net;
using System.Net.Sockets;

namespace FinanceHub.Supervisor.Native;

/// <summary>A listening TCP socket that outlives the programs which accept from it: while none does, connections queue.</summary>
internal sealed class ListeningSocket : IDisposable
{
    private const int Backlog = 4096;

    // Above every descriptor number that a child's standard streams or listener get.
    private const int LowestDescriptor = 10;
    private bool _closed;

    private ListeningSocket(int descriptor) => Descriptor = descriptor;

    /// <summary>Close-on-exec here; a child gets a copy without.</summary>
    internal int Descriptor { get; }

    /// <exception cref="SupervisorException">The address is taken or not allowed.</exception>
    internal static ListeningSocket Bind(string address)
    {
        var socket = new Socket(AddressFamilyOf(address), SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(IPEndPoint.Parse(address));
            socket.Listen(Backlog);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new SupervisorException(SupervisorFault.PortInUse, Explain(address, failure), failure);
        }

        // A descriptor of our own: disposing of a Socket shuts the connection endpoint down for every process that shares it.
        var descriptor = Libc.fcntl((int)socket.Handle, Libc.F_DUPFD_CLOEXEC, LowestDescriptor);
        _ = Libc.close((int)socket.Handle);
        socket.SafeHandle.SetHandleAsInvalid();
        return new ListeningSocket(descriptor);
    }

    /// <summary>Gives up this process's share; the socket lives on in the children that have it.</summary>
    public void Dispose()
    {
        if (!_closed)
            _ = Libc.close(Descriptor);
        _closed = true;
    }

    private static AddressFamily AddressFamilyOf(string address) => IPEndPoint.Parse(address).AddressFamily;

    private static string Explain(string address, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"{address} is in use by another process: stop that process or choose another port.",
        SocketError.AccessDenied => $"{address} needs privileges that this user does not have: choose a port above 1023.",
        _ => $"{address} cannot be listened on: {failure.Message}.",
    };
}
