using System.Text.Json;
using Microsoft.Extensions.Options;

namespace FinanceHub.Gateway.Routing;

/// <summary>The routes on disk.</summary>
internal sealed class RouteFile(IOptions<GatewayOptions> options)
{
    private string? Path => options.Value.RoutesFile;

    /// <returns><see langword="null"/> when there are none yet.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read or is not valid.</exception>
    internal StoredRoutes? Read()
    {
        if (Path is null || !File.Exists(Path))
            return null;
        try
        {
            var stored = JsonSerializer.Deserialize(File.ReadAllBytes(Path), GatewayJson.Default.StoredRoutes);
            var faults = stored is { Routes: { } routes } ? RouteValidation.Faults(routes) : ["it is empty."];
            return faults.Count == 0 ? stored : throw new InvalidDataException($"{Path}: {string.Join(" ", faults)}");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{Path}: {fault.Message}", fault);
        }
    }

    /// <summary>Replaces the file as a whole; it survives a power cut.</summary>
    /// <returns>Whether the routes will survive a restart: not without a configured file.</returns>
    /// <exception cref="IOException">The disk is full or the file cannot be written.</exception>
    internal bool Write(StoredRoutes routes)
    {
        if (Path is null)
            return false;
        var next = Path + ".next";
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
        {
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(routes, GatewayJson.Default.StoredRoutes));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, Path, overwrite: true);
        return true;
    }
}
