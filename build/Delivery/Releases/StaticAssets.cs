using System.Text.Json.Nodes;
using FinanceHub.Delivery.Files;

namespace FinanceHub.Delivery.Releases;

/// <summary>The list by which a host serves its static files.</summary>
internal static class StaticAssets
{
    private const string Lists = "*.staticwebassets.endpoints.json";

    private const string LastModified = "Last-Modified";

    /// <summary>
    /// Takes the times out at which the files were checked out or compressed: what is built twice of the same commit is the same.
    /// Clients ask by the entity tag, which is of the content.
    /// </summary>
    /// <param name="directory">A service's published files.</param>
    public static void RemoveTimes(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, Lists))
        {
            var list = JsonNode.Parse(File.ReadAllBytes(file));
            var removed = 0;
            foreach (var headers in list?["Endpoints"]?.AsArray().Select(endpoint => endpoint?["ResponseHeaders"]).OfType<JsonArray>() ?? [])
            {
                removed += headers.RemoveAll(header => header?["Name"]?.GetValue<string>() == LastModified);
            }

            if (removed > 0)
            {
                AtomicFile.Write(file, System.Text.Encoding.UTF8.GetBytes(list!.ToJsonString()));
            }
        }
    }
}
