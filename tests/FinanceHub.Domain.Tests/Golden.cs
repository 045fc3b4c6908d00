using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinanceHub.Domain.Tests;

/// <summary>Known answers, as data in Golden/.</summary>
internal static class Golden
{
    // A misspelled field would silently test nothing.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    public static T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", file)), Json)!;
}
