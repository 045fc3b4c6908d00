using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FinanceHub.Testing.Load;

/// <summary>
/// Constant load of keep-alive clients that notices every lost request. Raw sockets on purpose: <see cref="HttpClient"/> silently
/// repeats a request whose reused connection broke, and so hides exactly the losses that a swap under load must not have.
/// </summary>
public sealed class KeepAliveLoad : IAsyncDisposable
{
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromMilliseconds(5);
    private readonly CancellationTokenSource _stop = new();
    private readonly LoadOptions _options;
    private readonly ReadOnlyMemory<byte>[] _requests;
    private readonly LoadRecorder[] _recorders;
    private readonly Task[] _clients;
    private readonly long _started = Stopwatch.GetTimestamp();

    private KeepAliveLoad(LoadOptions options)
    {
        _options = options;
        var headers = string.Concat(options.Headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        _requests = [.. options.Paths.Select(path =>
            (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {options.Target}\r\n{headers}\r\n"))];
        _recorders = [.. Enumerable.Range(0, options.Connections).Select(_ => new LoadRecorder())];
        _clients = [.. _recorders.Select((recorder, index) => Task.Run(() => RunClientAsync(recorder, index)))];
    }

    /// <summary>Requests finished so far, whatever their outcome; a lower bound while the load runs.</summary>
    public long Requests => _recorders.Sum(recorder => recorder.Requests);

    /// <summary>Starts the clients.</summary>
    public static KeepAliveLoad Start(LoadOptions options) => new(options);

    /// <summary>Lets each client finish its request, and reports.</summary>
    public async Task<LoadReport> StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_clients).ConfigureAwait(false);
        return LoadRecorder.Merge(_recorders, _started, Stopwatch.GetTimestamp());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunClientAsync(LoadRecorder recorder, int client)
    {
        KeepAliveConnection? connection = null;
        try
        {
            for (var turn = client; !_stop.IsCancellationRequested; turn++)
            {
                connection = await RequestAsync(connection, _requests[turn % _requests.Length], recorder).ConfigureAwait(false);
                if (_options.ThinkTime > TimeSpan.Zero)
                    await Task.Delay(_options.ThinkTime, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private async Task<KeepAliveConnection?> RequestAsync(KeepAliveConnection? reused, ReadOnlyMemory<byte> request, LoadRecorder recorder)
    {
        var connection = reused ?? new KeepAliveConnection();
        using var deadline = new CancellationTokenSource(_options.RequestTimeout);
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (reused is null)
            {
                await connection.ConnectAsync(_options.Target, deadline.Token).ConfigureAwait(false);
                recorder.Connected();
            }

            var answer = await connection.SendAsync(request, deadline.Token).ConfigureAwait(false);
            recorder.Answered(answer, started);
            if (!answer.Closes)
                return connection;
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
        {
            recorder.Broke($"{(reused is null ? "new" : "reused")} connection: {broken.Message}");
            await Task.Delay(ReconnectDelay).ConfigureAwait(false);
        }

        connection.Dispose();
        return null;
    }
}
