using System.Text.Json;
using System.Text.RegularExpressions;
using FinanceHub.Delivery.CommandLine;

namespace FinanceHub.Delivery.Environments;

/// <summary>The environments that the repository knows, one file each.</summary>
/// <param name="directory">Usually <c>.nuke/environments</c>.</param>
public sealed partial class EnvironmentCatalog(string directory)
{
    /// <summary>The known environments, sorted.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Reads and checks an environment.</summary>
    /// <exception cref="DeliveryFailure">There is no such environment (<see cref="ExitCode.Usage"/>), or its file is malformed or
    /// contradicts itself (<see cref="ExitCode.MalformedConfiguration"/>, with file, line and column).</exception>
    public DeliveryEnvironment Load(string name)
    {
        var names = Names;
        if (!names.Contains(name, StringComparer.Ordinal))
        {
            var known = names.Count == 0 ? $"There are none in {directory}." : $"Known: {string.Join(", ", names)}.";
            throw new DeliveryFailure(ExitCode.Usage, $"There is no environment '{name}'.{Suggestions.For(name, names)} {known}");
        }

        var path = Path.Combine(directory, name + ".json");
        var environment = Read(path).ToEnvironment(name);
        var faults = EnvironmentRules.Faults(environment);
        return faults.Count == 0
            ? environment
            : throw new DeliveryFailure(ExitCode.MalformedConfiguration, $"{path}: {string.Join("; ", faults)}. Correct the file.");
    }

    private static EnvironmentFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), EnvironmentJson.Default.EnvironmentFile)
                ?? throw new DeliveryFailure(ExitCode.MalformedConfiguration, $"{path}:1:1: expected an object, found null. Correct the file.");
        }
        catch (JsonException fault)
        {
            throw new DeliveryFailure(ExitCode.MalformedConfiguration, Explain(path, fault), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryFailure(ExitCode.MalformedConfiguration, $"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static string Explain(string path, JsonException fault)
    {
        var place = fault is { LineNumber: { } line, BytePositionInLine: { } column } ? $"{path}:{line + 1}:{column + 1}" : path;
        if (UnknownKey().Match(fault.Message) is { Success: true } unknown)
        {
            var key = unknown.Groups[1].Value;
            return $"{place}: unknown key '{key}'.{Suggestions.For(key, KnownKeys)} Known: {string.Join(", ", KnownKeys)}.";
        }

        // The serializer's own position and type names say nothing to whom wrote the file.
        var reason = Position().Replace(fault.Message, "");
        var key2 = fault.Path is { Length: > 2 } jsonPath ? $"'{jsonPath[2..]}' is not what it should be: " : "";
        return $"{place}: {key2}{reason.Trim().TrimEnd('.')}. Correct the file.";
    }

    private static string[] KnownKeys { get; } =
    [
        "platform", "address", "port", "standby", "confirm", "strategy", "awsAccount", "secrets", "notifications", "limits",
        .. new[] { typeof(StrategyFile), typeof(CanaryStepFile), typeof(BakeFile), typeof(NotificationsFile), typeof(LimitsFile) }
            .SelectMany(part => part.GetProperties()).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
    ];

    [GeneratedRegex("JSON property '([^']+)' could not be mapped")]
    private static partial Regex UnknownKey();

    [GeneratedRegex(@" Path: .*$| LineNumber: \d+ \| BytePositionInLine: \d+\.?", RegexOptions.Singleline)]
    private static partial Regex Position();
}
