using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FinanceHub.Supervisor.Storage;

/// <summary>JSON files that a reader sees either as they were or as they are, never in between.</summary>
internal static class JsonFile
{
    // Settings may carry connection strings: only the owner reads them.
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Replaces the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="value">What it contains afterwards.</param>
    /// <param name="type">Source-generated description of the type.</param>
    /// <param name="durable">Whether it must survive a power cut; costs a disk flush.</param>
    internal static void Replace<T>(string path, T value, JsonTypeInfo<T> type, bool durable)
    {
        var next = path + ".next";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(next, options))
        {
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(value, type));
            if (durable)
                stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    /// <summary>Content of the file, <see langword="null"/> when there is none.</summary>
    /// <exception cref="JsonException">The file is not what it should be.</exception>
    internal static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
