using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nuke.Common.Tooling;

/// <summary>What a process said, as a whole.</summary>
public static class OutputExtensions
{
    /// <summary>The lines of standard output, joined by the machine's line break.</summary>
    public static string StdToText(this IEnumerable<Output> output) =>
        string.Join(Environment.NewLine, output.Where(x => x.Type == OutputType.Std).Select(x => x.Text));

    /// <summary>Standard output read as JSON; names match in any case.</summary>
    /// <exception cref="JsonException">It is not the JSON of such a value.</exception>
    public static T? StdToJson<T>(this IEnumerable<Output> output) =>
        JsonSerializer.Deserialize<T>(output.StdToText(), JsonSerializerOptions.Web);

    /// <summary>Standard output read as a JSON object.</summary>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static JsonObject StdToJson(this IEnumerable<Output> output) =>
        JsonNode.Parse(output.StdToText()) as JsonObject ?? throw new JsonException("Expected a JSON object on standard output.");
}
