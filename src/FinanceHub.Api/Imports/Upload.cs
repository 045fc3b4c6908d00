namespace FinanceHub.Api.Imports;

/// <summary>The body of a request that is a file.</summary>
internal static class Upload
{
    public const int Largest = 10 * 1024 * 1024;

    private const int ChunkSize = 64 * 1024;

    /// <summary>The bytes; null if there are too many, and then not all of them were read: nobody can fill the memory.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Largest)
            return null;
        using var content = new MemoryStream((int)(request.ContentLength ?? ChunkSize));
        var chunk = new byte[ChunkSize];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
        {
            if (content.Length + read > Largest)
                return null;
            content.Write(chunk, 0, read);
        }

        return content.ToArray();
    }
}
