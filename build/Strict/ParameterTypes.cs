using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using FinanceHub.Delivery.CommandLine;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

/// <summary>Which texts convert to a parameter's type.</summary>
internal static class ParameterTypes
{
    private static readonly ValueRule WholeNumber = new(x => long.TryParse(x, CultureInfo.InvariantCulture, out _), "a whole number");

    private static readonly ValueRule Int32 = new(x => int.TryParse(x, CultureInfo.InvariantCulture, out _), "a whole number");

    private static readonly ValueRule Number = new(x => double.TryParse(x, CultureInfo.InvariantCulture, out _), "a number, as 12.5");

    private static readonly ValueRule FilePath = new(x => x.Trim().Length > 0 && !x.Contains('\0', StringComparison.Ordinal), "a path");

    public static OptionArity ArityOf(Type type)
    {
        if (Scalar(type) == typeof(bool) && !IsCollection(type))
            return OptionArity.Flag;
        return IsCollection(type) ? OptionArity.Many : OptionArity.One;
    }

    public static ValueRule RuleOf(Type type)
    {
        var scalar = Scalar(type);
        if (scalar == typeof(string))
            return ValueRule.AnyText;
        if (scalar == typeof(bool))
            return ValueRule.Boolean;
        if (scalar == typeof(int))
            return Int32;
        if (scalar == typeof(long))
            return WholeNumber;
        if (scalar == typeof(double))
            return Number;
        if (scalar == typeof(AbsolutePath))
            return FilePath;
        if (scalar.IsEnum)
            return ValueRule.OneOf(() => Enum.GetNames(scalar));
        if (scalar.IsSubclassOf(typeof(Enumeration)))
            return ValueRule.OneOf(() => [.. scalar.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => x.Name)]);
        // To convert to a host would be to switch to it.
        return scalar == typeof(Host) ? ValueRule.OneOf(HostNames) : new ValueRule(x => Converts(x, scalar), $"a {scalar.Name}");
    }

    /// <summary>Whether the value is a file or directory that the engine looks up from the root.</summary>
    public static bool IsResolvedByEngine(Type type) =>
        Scalar(type) is { IsPrimitive: false, IsEnum: false } scalar && scalar.Namespace?.StartsWith("Nuke.", StringComparison.Ordinal) == true && scalar != typeof(Host);

    private static bool IsCollection(Type type) => type.IsArray || (type.IsGenericType && Nullable.GetUnderlyingType(type) is null);

    private static Type Scalar(Type type)
    {
        if (type.IsArray)
            return type.GetElementType()!;
        return type.IsGenericType ? type.GetGenericArguments()[0] : type;
    }

    private static bool Converts(string value, Type type)
    {
        try
        {
            _ = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
            return true;
        }
        catch (Exception)
        {
            // Converters throw what they like; that they do is the answer.
            return false;
        }
    }

    private static List<string> HostNames() => AppDomain.CurrentDomain.GetAssemblies()
        .Append(typeof(Nuke.Common.CI.GitHubActions.GitHubActions).Assembly)
        .Distinct()
        .Where(x => x.GetName().Name?.StartsWith("Nuke.", StringComparison.Ordinal) == true)
        .SelectMany(x => x.GetExportedTypes())
        .Where(x => x.IsSubclassOf(typeof(Host)))
        .Select(x => x.Name)
        .Order(StringComparer.Ordinal)
        .ToList();
}
