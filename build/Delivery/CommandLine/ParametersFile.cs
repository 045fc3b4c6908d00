using System.Text.Json;

namespace FinanceHub.Delivery.CommandLine;

/// <summary>One of the files <c>parameters.json</c> and <c>parameters.&lt;profile&gt;.json</c>.</summary>
/// <param name="Name">The file's name, as <c>.nuke/parameters.json</c>.</param>
/// <param name="Entries">Its keys with their values.</param>
public sealed record ParametersFile(string Name, IReadOnlyList<ParametersEntry> Entries)
{
    private const string Prefix = "parameters.";
    private const string Suffix = ".json";

    /// <summary>The default file's name in its directory.</summary>
    public const string DefaultFileName = "parameters.json";

    /// <summary>The file's name of a profile.</summary>
    public static string FileNameOf(string profile) => Prefix + profile + Suffix;

    /// <summary>Profiles that have a file, sorted.</summary>
    public static IReadOnlyList<string> ProfilesIn(string directory) => !Directory.Exists(directory) ? [] :
    [
        .. Directory.EnumerateFiles(directory, Prefix + "*" + Suffix)
            .Select(Path.GetFileName)
            .Where(x => x!.Length > Prefix.Length + Suffix.Length)
            .Select(x => x![Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the file; null where there is none.</summary>
    /// <exception cref="DeliveryFailure">It is malformed: exit code 10.</exception>
    public static ParametersFile? Read(string directory, string fileName)
    {
        var path = Path.Combine(directory, fileName);
        if (!File.Exists(path))
            return null;

        var name = $"{Path.GetFileName(directory)}/{fileName}";
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Malformed(name, 1, 1, "it must be an object, { … }");
            var entries = new List<ParametersEntry>();
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name != "$schema")
                    entries.Add(Entry(property));
            }

            return new ParametersFile(name, entries);
        }
        catch (JsonException exception)
        {
            throw Malformed(name, (exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1, "there it stops being JSON");
        }
    }

    private static ParametersEntry Entry(JsonProperty property)
    {
        var isArray = property.Value.ValueKind == JsonValueKind.Array;
        var values = new List<string>();
        foreach (var value in isArray ? [.. property.Value.EnumerateArray()] : new[] { property.Value })
        {
            if (Text(value) is not { } text)
                return new ParametersEntry(property.Name, Values: null, isArray);
            values.Add(text);
        }

        return new ParametersEntry(property.Name, values, isArray);
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static DeliveryFailure Malformed(string name, long line, long column, string what) => new(
        ExitCode.MalformedConfiguration,
        $"{name} is malformed at line {line}, column {column}: {what}. Correct it there, or bring it back: git checkout -- {name}");
}

/// <summary>One key of a parameters file.</summary>
/// <param name="Key">The parameter's name.</param>
/// <param name="Values">Its values as text; null where one is nothing that a parameter takes.</param>
/// <param name="IsArray">Whether they are written as a list.</param>
public sealed record ParametersEntry(string Key, IReadOnlyList<string>? Values, bool IsArray);
