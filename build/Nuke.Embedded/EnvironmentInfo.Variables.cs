using System.Collections;
using System.Globalization;
using Nuke.Common.Parameters;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    /// <summary>All environment variables, as they are now.</summary>
    public static IReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string>(IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
            foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
                variables[(string)entry.Key] = (string?)entry.Value ?? string.Empty;
            return variables;
        }
    }

    /// <summary>Whether the variable is set.</summary>
    public static bool HasVariable(string name, bool allowEmpty = true) =>
        Environment.GetEnvironmentVariable(name) is { } value && (allowEmpty || value.Length > 0);

    /// <summary>The variable's value; null where it is not set.</summary>
    public static string? GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <summary>The variable's value, converted; the default of T where it is not set.</summary>
    /// <exception cref="Exception">The value does not convert.</exception>
    public static T? GetVariable<T>(string name, char? separator = null) => GetVariable(name) is { } value
        ? (T?)ValueConversion.Convert(separator is { } character ? value.Split(character) : [value], typeof(T))
        : default;

    public static void SetVariable(string name, string? value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, Convert.ToString(value, CultureInfo.InvariantCulture));

    public static void RemoveVariable(string name) => SetVariable(name, value: null);
}
