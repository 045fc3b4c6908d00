using System.Collections;
using System.Globalization;
using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

public abstract partial class ToolOptions
{
    private const string KeyPlaceholder = "{key}";
    private const string ValuePlaceholder = "{value}";

    /// <summary>The arguments of the invocation, each quoted where needed.</summary>
    internal IEnumerable<string> GetArguments()
    {
        var arguments = Values
            .Select(x => (x.Value, Argument: GetType().GetProperty(x.Key)?.GetCustomAttribute<ArgumentAttribute>()))
            .Where(x => x.Argument is not null)
            .OrderByDescending(x => Math.Sign(x.Argument!.Position))
            .ThenBy(x => x.Argument!.Position)
            .SelectMany(x => Render(x.Argument!, x.Value));
        return (Command is { } command ? [command] : Enumerable.Empty<string>())
            .Concat(arguments)
            .Concat(ProcessAdditionalArguments ?? []);
    }

    private static IEnumerable<string> Render(ArgumentAttribute argument, object value)
    {
        var parts = argument.Format.Split(' ');
        switch (value)
        {
            case bool flag when !argument.Format.Contains(ValuePlaceholder, StringComparison.Ordinal):
                return flag ? parts : [];
            case IReadOnlyDictionary<string, object> entries:
                return RenderEntries(argument, parts, entries);
            case IEnumerable elements and not string:
                return RenderList(argument, parts, [.. elements.Cast<object>().Select(x => Text(argument, x))]);
            default:
                return Fill(parts, Text(argument, value));
        }
    }

    private static IEnumerable<string> RenderEntries(
        ArgumentAttribute argument,
        string[] parts,
        IReadOnlyDictionary<string, object> entries) => argument.Separator is null
        ? entries.SelectMany(x => Fill(parts, Text(argument, x.Value), x.Key))
        : parts.SelectMany(part => part.Contains(ValuePlaceholder, StringComparison.Ordinal)
            ? entries.SelectMany(x => Fill([part], Text(argument, x.Value), x.Key))
            : [part]);

    private static IEnumerable<string> RenderList(ArgumentAttribute argument, string[] parts, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return [];

        return argument.Separator switch
        {
            null => values.SelectMany(x => Fill(parts, x)),
            " " => parts.SelectMany(part => part == ValuePlaceholder ? values : [part]),
            var separator => Fill(parts, string.Join(separator, values)),
        };
    }

    private static IEnumerable<string> Fill(string[] parts, string value, string key = "") =>
        parts.Select(x => x
            .Replace(KeyPlaceholder, key, StringComparison.Ordinal)
            .Replace(ValuePlaceholder, value, StringComparison.Ordinal));

    private static string Text(ArgumentAttribute argument, object value)
    {
        var text = value switch
        {
            bool flag => flag ? "true" : "false",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };
        if (argument.EscapeForMSBuild)
            text = text.Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
        return argument.Raw ? text : text.DoubleQuoteIfNeeded();
    }
}
