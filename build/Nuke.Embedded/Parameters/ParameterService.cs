using System.Reflection;
using Serilog;

namespace Nuke.Common.Parameters;

/// <summary>Values of parameters: command line, positional (targets only), environment, parameters files; the first that has one.</summary>
internal static class ParameterService
{
    private static Dictionary<string, List<(string Name, string Value)>>? variables;

    /// <summary>What the parameters files say, as if it were a command line; null until they are read.</summary>
    public static ArgumentParser? FileArguments { get; set; }

    public static T? GetParameter<T>(string name, char? separator = null) => (T?)GetParameter(name, typeof(T), separator);

    public static object? GetParameter(MemberInfo member, ParameterAttribute attribute, Type destination) =>
        GetParameter(ParameterNames.Of(member, attribute), destination, attribute.Separator is { Length: 1 } separator ? separator[0] : null);

    /// <exception cref="ArgumentException">A value does not convert.</exception>
    public static object? GetParameter(string name, Type destination, char? separator)
    {
        var arguments = EnvironmentInfo.ArgumentParser;
        return (arguments.HasArgument(name) ? arguments.GetNamedArgument(name, destination, separator) : null)
            ?? (name == ParameterNames.Target ? arguments.GetAllPositionalArguments(destination, separator) : null)
            ?? GetVariable(name, destination, separator)
            ?? (FileArguments?.HasArgument(name) == true ? FileArguments.GetNamedArgument(name, destination, separator) : null);
    }

    private static object? GetVariable(string name, Type destination, char? separator)
    {
        var value = Environment.GetEnvironmentVariable(name) ?? FindVariable(name);
        if (value is null)
            return ValueConversion.DefaultOf(destination);

        try
        {
            return ValueConversion.Convert(separator is { } character ? value.Split(character) : [value], destination);
        }
        catch (Exception exception)
        {
            throw new ArgumentException(
                $"Resolving parameter '{name}' failed.{Environment.NewLine}{exception.Message}{Environment.NewLine}Environment variable was:{Environment.NewLine}{value}",
                exception);
        }
    }

    // API_KEY and NUKE_API_KEY stand for ApiKey.
    private static string? FindVariable(string name)
    {
        variables ??= ReadVariables();
        var trimmed = Trim(name);
        variables.TryGetValue(trimmed, out var plain);
        variables.TryGetValue("NUKE" + trimmed, out var prefixed);
        var count = (plain?.Count ?? 0) + (prefixed?.Count ?? 0);
        if (count > 1)
            Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
        return count == 1 ? (plain ?? prefixed)![0].Value : null;
    }

    private static Dictionary<string, List<(string Name, string Value)>> ReadVariables()
    {
        var result = new Dictionary<string, List<(string, string)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in EnvironmentInfo.Variables)
        {
            var trimmed = Trim(name);
            if (!result.TryGetValue(trimmed, out var entries))
                result[trimmed] = entries = [];
            entries.Add((name, value));
        }

        return result;
    }

    private static string Trim(string name)
    {
        var length = 0;
        Span<char> trimmed = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
                trimmed[length++] = character;
        }

        return length == name.Length ? name : new string(trimmed[..length]);
    }
}
