using System.Net;
using System.Net.Sockets;
using FinanceHub.Delivery.Processes;

namespace FinanceHub.Delivery.Tests.Platform;

public sealed class PortAllocatorTests
{
    [Fact]
    public void No_two_deploys_choose_the_same_port_while_their_hosts_start()
    {
        var allocators = Enumerable.Range(0, 200).Select(_ => new PortAllocator()).ToList();

        var ports = allocators.SelectMany(allocator => allocator.Take(4, new HashSet<int>())).ToList();

        ports.ShouldBeUnique();
        allocators.ForEach(allocator => allocator.Dispose());
    }

    [Fact]
    public void A_reserved_port_can_be_listened_on_by_the_host_it_is_for()
    {
        using var allocator = new PortAllocator();
        var port = allocator.Take(1, new HashSet<int>()).Single();

        using var host = new TcpListener(IPAddress.Loopback, port);
        host.Start();

        PortAllocator.IsFree(IPAddress.Loopback, port).ShouldBeFalse();
    }

    [Fact]
    public void What_was_reserved_is_free_again_afterwards()
    {
        int port;
        using (var first = new PortAllocator())
        {
            port = first.Take(1, new HashSet<int>()).Single();
        }

        using var udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));

        udp.Client.LocalEndPoint.ShouldBe(new IPEndPoint(IPAddress.Loopback, port));
    }
}
