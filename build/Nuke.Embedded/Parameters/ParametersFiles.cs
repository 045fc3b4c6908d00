using System.Text.Json;
using Nuke.Common.IO;

namespace Nuke.Common.Parameters;

/// <summary>Reads <c>.nuke/parameters.json</c> and the files of the chosen profiles.</summary>
internal static class ParametersFiles
{
    /// <exception cref="InvalidOperationException">A file is malformed, or a profile has none.</exception>
    public static void Load(Type build)
    {
        var arguments = new List<string>();
        var defaults = DefaultFile(NukeBuild.RootDirectory);
        List<ParameterMember>? members = null;
        if (File.Exists(defaults))
            Read(defaults, arguments, () => members ??= ParameterMembers.Of(build, includeUnlisted: true));

        // Later ones win: a profile over the defaults, a later profile over an earlier one.
        foreach (var profile in NukeBuild.LoadedLocalProfiles)
        {
            var file = NukeBuild.RootDirectory / ".nuke" / $"parameters.{profile}.json";
            if (!File.Exists(file))
                throw new InvalidOperationException($"Profile '{profile}' has no file '{file}'.");
            Read(file, arguments, () => members ??= ParameterMembers.Of(build, includeUnlisted: true));
        }

        ParameterService.FileArguments = new ArgumentParser([.. arguments]);
    }

    public static AbsolutePath DefaultFile(AbsolutePath root) => root / ".nuke" / "parameters.json";

    private static void Read(AbsolutePath file, List<string> arguments, Func<List<ParameterMember>> members)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name == "$schema")
                    continue;
                arguments.Add("--" + property.Name);
                if (property.Value.ValueKind == JsonValueKind.Array)
                    arguments.AddRange(property.Value.EnumerateArray().Select(x => TextOf(property.Name, x, members)));
                else if (property.Value.ValueKind != JsonValueKind.Null)
                    arguments.Add(TextOf(property.Name, property.Value, members));
            }
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"Failed parsing parameters file '{file}'.", exception);
        }
    }

    private static string TextOf(string name, JsonElement value, Func<List<ParameterMember>> members)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        // A path in the file starts at the root, not where the build happens to be started.
        if (value.ValueKind != JsonValueKind.String || !IsPath(name, members()))
            return text;
        return PathConstruction.HasPathRoot(text) ? text : NukeBuild.RootDirectory / text;
    }

    private static bool IsPath(string name, List<ParameterMember> members)
    {
        var parameter = members.Find(x => string.Equals(x.Name, name, StringComparison.OrdinalIgnoreCase));
        if (parameter is null)
            return false;
        var type = ValueConversion.ScalarOf(parameter.Type);
        return type == typeof(AbsolutePath) || typeof(ProjectModel.Solution).IsAssignableFrom(type) || type == typeof(ProjectModel.Project);
    }
}
