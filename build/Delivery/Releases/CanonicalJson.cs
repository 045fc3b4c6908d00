using System.Buffers;
using System.Text.Json;

namespace FinanceHub.Delivery.Releases;

/// <summary>One text for all that JSON regards as the same: members sorted, nothing between them.</summary>
internal static class CanonicalJson
{
    /// <summary>The text of an object.</summary>
    /// <param name="content">JSON.</param>
    /// <param name="without">Members of the object itself that are left out.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> content, params IReadOnlyCollection<string> without)
    {
        using var document = JsonDocument.Parse(content);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, document.RootElement, without);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, params IReadOnlyCollection<string> without)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                // A member that is there twice is written twice: it is not the same text as once.
                foreach (var member in element.EnumerateObject().Where(member => !without.Contains(member.Name)).OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
