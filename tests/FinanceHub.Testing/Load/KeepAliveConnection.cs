using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FinanceHub.Testing.Load;

/// <summary>One HTTP/1.1 connection spoken by hand. Understands <c>Content-Length</c> and chunked bodies.</summary>
internal sealed class KeepAliveConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    internal async Task ConnectAsync(System.Net.EndPoint target, CancellationToken ct) => await _socket.ConnectAsync(target, ct).ConfigureAwait(false);

    /// <exception cref="IOException">The connection ended before the answer was complete.</exception>
    internal async Task<HttpAnswer> SendAsync(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        await _socket.SendAsync(request, SocketFlags.None, ct).ConfigureAwait(false);
        var status = int.Parse((await ReadLineAsync(ct).ConfigureAwait(false)).AsSpan(9, 3), CultureInfo.InvariantCulture);
        var (length, chunked, closes, release) = (0, false, false, string.Empty);
        while (await ReadLineAsync(ct).ConfigureAwait(false) is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            var value = header[(colon + 1)..].Trim();
            switch (header[..colon].ToUpperInvariant())
            {
                case "CONTENT-LENGTH":
                    length = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "TRANSFER-ENCODING":
                    chunked = value.Equals("chunked", StringComparison.OrdinalIgnoreCase);
                    break;
                case "CONNECTION":
                    closes = value.Equals("close", StringComparison.OrdinalIgnoreCase);
                    break;
                case "X-RELEASE-ID":
                    release = value;
                    break;
            }
        }

        await (chunked ? SkipChunksAsync(ct) : SkipAsync(length, ct)).ConfigureAwait(false);
        return new HttpAnswer(status, release, closes);
    }

    public void Dispose() => _socket.Dispose();

    private async Task SkipChunksAsync(CancellationToken ct)
    {
        while (true)
        {
            var size = int.Parse(await ReadLineAsync(ct).ConfigureAwait(false), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await SkipAsync(size + 2, ct).ConfigureAwait(false);
            if (size == 0)
                return;
        }
    }

    private async Task SkipAsync(int bytes, CancellationToken ct)
    {
        while (bytes > 0)
        {
            if (_start == _end)
                await FillAsync(ct).ConfigureAwait(false);
            var taken = Math.Min(bytes, _end - _start);
            _start += taken;
            bytes -= taken;
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        while (true)
        {
            var found = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (found >= 0)
            {
                var line = Encoding.ASCII.GetString(_buffer, _start, found);
                _start += found + 2;
                return line;
            }

            await FillAsync(ct).ConfigureAwait(false);
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            throw new IOException("A header line is longer than 16 KiB.");
        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_end), SocketFlags.None, ct).ConfigureAwait(false);
        if (read == 0)
            throw new IOException("The server closed the connection without an answer.");
        _end += read;
    }
}
