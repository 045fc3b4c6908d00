namespace FinanceHub.Delivery.Tests.Support;

/// <summary>A directory of a test's own, with a space in its path: nothing may stumble over that.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"financehub tests {Guid.NewGuid():N}");

    public string this[string path] => Path.Combine(Root, path);

    public string Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], content);
        return this[path];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
