using System.Text.Json.Nodes;

namespace FinanceHub.Delivery.Tests.Support;

/// <summary>Changes files that a sealed release protects.</summary>
internal static class ReleaseFiles
{
    public static void Edit(string path, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(File.ReadAllText(path))!;
        change(node);
        Rewrite(path, node.ToJsonString());
    }

    public static void Rewrite(string path, string content)
    {
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(path, content);
    }
}
