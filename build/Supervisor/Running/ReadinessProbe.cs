using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FinanceHub.Supervisor.Running;

/// <summary>
/// Asks a program's ready address until it answers 200 as the expected release. By hand over a socket: an HTTP client would multiply
/// the supervisor's memory for a status line and one header.
/// </summary>
internal sealed class ReadinessProbe
{
    private const int StackBytes = 256 * 1024;
    private const int AnswerTimeoutMilliseconds = 2000;
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMilliseconds(500);
    private readonly Uri _address;
    private readonly string _releaseId;
    private readonly object _gate = new();
    private bool _ended;

    internal ReadinessProbe(Uri address, string releaseId)
    {
        _address = address;
        _releaseId = releaseId;
    }

    /// <summary>What the last question brought, for messages.</summary>
    internal string LastAnswer { get; private set; } = "not asked yet";

    /// <summary>Asks on a thread of its own and calls back once; never when <see cref="Stop"/> was called before.</summary>
    internal void Start(Action ready) => new Thread(() => Run(ready), StackBytes) { IsBackground = true, Name = "ready" }.Start();

    internal void Stop()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Run(Action ready)
    {
        var interval = FirstInterval;
        while (!Ask())
        {
            if (EndedWithin(interval))
                return;
            interval = interval * 1.2 > LongestInterval ? LongestInterval : interval * 1.2;
        }

        ready();
    }

    private bool EndedWithin(TimeSpan interval)
    {
        lock (_gate)
            return _ended || (Monitor.Wait(_gate, interval) && _ended);
    }

    private bool Ask()
    {
        try
        {
            var (status, release) = Get();
            LastAnswer = status == 200 && release != _releaseId
                ? $"release '{release}' instead of '{_releaseId}'"
                : string.Create(CultureInfo.InvariantCulture, $"status {status}");
            return status == 200 && release == _releaseId;
        }
        catch (Exception failure) when (failure is SocketException or IOException or FormatException)
        {
            LastAnswer = failure.Message;
            return false;
        }
    }

    private (int Status, string Release) Get()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp)
        {
            ReceiveTimeout = AnswerTimeoutMilliseconds,
            SendTimeout = AnswerTimeoutMilliseconds,
        };
        if (IPAddress.TryParse(_address.Host, out var ip))
            socket.Connect(ip, _address.Port);
        else
            socket.Connect(_address.Host, _address.Port);
        using var stream = new NetworkStream(socket);
        stream.Write(Encoding.ASCII.GetBytes($"GET {_address.PathAndQuery} HTTP/1.1\r\nHost: {_address.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var statusLine = (reader.ReadLine() ?? throw new IOException("no answer")).Split(' ');
        if (statusLine.Length < 2)
            throw new FormatException("not an HTTP answer");
        var release = string.Empty;
        while (reader.ReadLine() is { Length: > 0 } header)
        {
            if (header.StartsWith("X-Release-Id:", StringComparison.OrdinalIgnoreCase))
                release = header["X-Release-Id:".Length..].Trim();
        }

        return (int.Parse(statusLine[1], CultureInfo.InvariantCulture), release);
    }
}
