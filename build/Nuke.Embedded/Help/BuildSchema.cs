using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.Common.Parameters;

namespace Nuke.Common.Help;

/// <summary>The JSON schema of the parameters files.</summary>
internal static class BuildSchema
{
    public static string Of(NukeBuild build)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, build);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, NukeBuild build)
    {
        var parameters = ParameterMembers.Of(build.GetType(), includeUnlisted: true);
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
        json.WriteStartObject("definitions");
        WriteEnumeration(json, "Host", Hosts.Names);
        WriteEnumeration(json, "ExecutableTarget", build.TargetNames.Order(StringComparer.Ordinal));
        WriteEnumeration(json, "Verbosity", Enum.GetNames<Verbosity>());
        json.WriteStartObject("NukeBuild");
        WriteProperties(json, parameters.Where(x => x.IsOfEngine), build);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("allOf");
        json.WriteStartObject();
        WriteProperties(json, parameters.Where(x => !x.IsOfEngine), build);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("$ref", "#/definitions/NukeBuild");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEnumeration(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        WriteValues(json, values);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, IEnumerable<ParameterMember> parameters, NukeBuild build)
    {
        json.WriteStartObject("properties");
        foreach (var parameter in parameters)
        {
            json.WriteStartObject(parameter.Name);
            WriteProperty(json, parameter, build);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter json, ParameterMember parameter, NukeBuild build)
    {
        var reference = parameter.IsOfEngine ? ReferenceOf(parameter.Name) : null;
        var isArray = ValueConversion.IsCollection(parameter.Type);
        if (isArray || reference is null)
            json.WriteString("type", isArray ? "array" : JsonTypeOf(parameter.Type));
        if (parameter.Description is { } description)
            json.WriteString("description", description);
        if (parameter.Member.IsDefined(typeof(SecretAttribute), inherit: true))
            json.WriteString("default", "Secrets must be entered via 'nuke :secrets [profile]'");
        if (isArray)
            json.WriteStartObject("items");
        if (reference is not null)
            json.WriteString("$ref", $"#/definitions/{reference}");
        else if (isArray)
            json.WriteString("type", JsonTypeOf(ValueConversion.ScalarOf(parameter.Type)));
        if (reference is null && parameter.GetValueSet(build) is { } values)
            WriteValues(json, values);
        if (isArray)
            json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string? ReferenceOf(string name) => name switch
    {
        ParameterNames.Target or ParameterNames.Skip => "ExecutableTarget",
        nameof(NukeBuild.Host) => "Host",
        nameof(NukeBuild.Verbosity) => "Verbosity",
        _ => null,
    };

    private static string JsonTypeOf(Type type)
    {
        var scalar = Nullable.GetUnderlyingType(type) ?? type;
        if (scalar == typeof(int))
            return "integer";
        return scalar == typeof(bool) ? "boolean" : "string";
    }
}
