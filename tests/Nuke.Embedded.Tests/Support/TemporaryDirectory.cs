using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.Support;

/// <summary>A directory of one test, with a name that breaks whatever forgets to quote.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public AbsolutePath Path { get; } =
        (AbsolutePath.Create(System.IO.Path.GetTempPath()) / $"nuke embedded's tests {Guid.NewGuid():N}").CreateDirectory();

    public AbsolutePath File(string relativePath, string content = "") => (Path / relativePath).WriteAllText(content);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
