using System.Net;
using System.Net.Sockets;
using FinanceHub.Delivery.Secrets;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>Takes connections and never answers. One at a time: faults are played one after the other.</summary>
internal static class HangingEndpoint
{
    private const string Variable = "FINANCEHUB_TEST_HANGING_ENDPOINT";
    private static TcpListener? _listener;

    /// <summary>Where its address is while it is open.</summary>
    public static SecretReference Reference { get; } = SecretReference.Parse($"env:{Variable}");

    public static Task OpenAsync()
    {
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Environment.SetEnvironmentVariable(Variable, $"http://{_listener.LocalEndpoint}/services/T0/secret");
        return Task.CompletedTask;
    }

    public static void Close()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _listener?.Dispose();
    }
}
