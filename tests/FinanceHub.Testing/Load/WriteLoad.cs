using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FinanceHub.Testing.Load;

/// <summary>
/// Writes rows with names of their own one after another, as a customer would who never stops, and remembers which were acknowledged:
/// those must never be lost. A row whose request broke may be there or not; it is not sent again.
/// </summary>
public sealed class WriteLoad : IAsyncDisposable
{
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _acknowledged = [];
    private readonly List<string> _reasons = [];
    private readonly IPEndPoint _target;
    private readonly string _path;
    private readonly TimeSpan _thinkTime;
    private readonly Task _client;
    private long _requests;

    private WriteLoad(IPEndPoint target, string path, TimeSpan thinkTime)
    {
        (_target, _path, _thinkTime) = (target, path, thinkTime);
        _client = Task.Run(RunAsync);
    }

    /// <summary>Starts the client.</summary>
    /// <param name="target">Where the connection goes.</param>
    /// <param name="path">Where a row is posted to; its name is appended.</param>
    /// <param name="thinkTime">Pause between answer and next request.</param>
    public static WriteLoad Start(IPEndPoint target, string path, TimeSpan thinkTime) => new(target, path, thinkTime);

    /// <summary>Requests finished so far, whatever their outcome.</summary>
    public long Requests => Volatile.Read(ref _requests);

    /// <summary>Lets the client finish its request, and reports.</summary>
    public async Task<WriteReport> StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _client.ConfigureAwait(false);
        return new WriteReport([.. _acknowledged], Requests, [.. _reasons.Distinct()]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var client = Guid.NewGuid().ToString("N");
        KeepAliveConnection? connection = null;
        try
        {
            for (var number = 1; !_stop.IsCancellationRequested; number++)
            {
                connection = await WriteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"{client}-{number}")).ConfigureAwait(false);
                await Task.Delay(_thinkTime, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private async Task<KeepAliveConnection?> WriteAsync(KeepAliveConnection? reused, string row)
    {
        var connection = reused ?? new KeepAliveConnection();
        using var deadline = new CancellationTokenSource(RequestTimeout);
        try
        {
            if (reused is null)
                await connection.ConnectAsync(_target, deadline.Token).ConfigureAwait(false);
            var request = Encoding.ASCII.GetBytes($"POST {_path}{row} HTTP/1.1\r\nHost: {_target}\r\nContent-Length: 0\r\n\r\n");
            var answer = await connection.SendAsync(request, deadline.Token).ConfigureAwait(false);
            if (answer.Status == (int)HttpStatusCode.Created)
                _acknowledged.Add(row);
            else
                _reasons.Add(string.Create(CultureInfo.InvariantCulture, $"status {answer.Status}"));
            if (!answer.Closes)
                return connection;
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
        {
            _reasons.Add($"{(reused is null ? "new" : "reused")} connection: {broken.Message}");
            await Task.Delay(ReconnectDelay).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Increment(ref _requests);
        }

        connection.Dispose();
        return null;
    }
}
