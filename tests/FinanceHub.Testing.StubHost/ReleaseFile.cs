using System.Text.Json;

namespace FinanceHub.Testing.StubHost;

/// <summary>Identity as the host contract has it: from <c>release.json</c> beside the host's directory.</summary>
internal sealed record ReleaseFile(string ReleaseId, string Version, string Commit)
{
    internal static ReleaseFile Read()
    {
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "release.json"));
        return File.Exists(path)
            ? JsonSerializer.Deserialize(File.ReadAllText(path), AnswersJson.Default.ReleaseFile)!
            : new ReleaseFile("dev", "0.0.0-dev", "unknown");
    }
}
