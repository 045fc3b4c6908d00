using System.Net;
using System.Net.Http.Headers;

namespace FinanceHub.Hosts.Tests.Api;

/// <summary>A large body that is nowhere in memory.</summary>
internal sealed class EndlessContent : HttpContent
{
    private readonly int _size;
    private readonly bool _tellsLength;

    public EndlessContent(int size, bool tellsLength)
    {
        (_size, _tellsLength) = (size, tellsLength);
        Headers.ContentType = new MediaTypeHeaderValue("text/csv");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var chunk = new byte[64 * 1024];
        chunk.AsSpan().Fill((byte)'x');
        for (var sent = 0; sent < _size; sent += chunk.Length)
            await stream.WriteAsync(chunk);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _size;
        return _tellsLength;
    }
}
