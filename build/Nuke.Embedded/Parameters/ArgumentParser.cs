using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Parameters;

/// <summary>A command line: values first, then options, each with the values up to the next one.</summary>
internal sealed class ArgumentParser(string[] arguments)
{
    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>Names match without case and without dashes.</summary>
    public static bool NamesEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < left.Length && left[i] == '-')
                i++;
            while (j < right.Length && right[j] == '-')
                j++;
            if (i == left.Length || j == right.Length)
                return i == left.Length && j == right.Length;
            if (char.ToUpperInvariant(left[i++]) != char.ToUpperInvariant(right[j++]))
                return false;
        }
    }

    public bool HasArgument(string name) => IndexOf(name) >= 0;

    public object? GetNamedArgument(string name, Type destination, char? separator)
    {
        var index = IndexOf(name);
        return index < 0 ? ValueConversion.DefaultOf(destination) : ConvertArgument(name, ValuesFrom(index + 1), destination, separator);
    }

    public object? GetPositionalArgument(int position, Type destination, char? separator)
    {
        var positional = ValuesFrom(0);
        var index = position < 0 ? positional.Length + position : position;
        return index < 0 || index >= positional.Length
            ? ValueConversion.DefaultOf(destination)
            : ConvertArgument($"$positional[{position}]", [positional[index]], destination, separator);
    }

    public object? GetAllPositionalArguments(Type destination, char? separator)
    {
        var positional = ValuesFrom(0);
        return positional.Length == 0
            ? ValueConversion.DefaultOf(destination)
            : ConvertArgument("$all-positional", positional, destination, separator);
    }

    // The last one counts: a script's own options can be overridden by what is appended to them.
    private int IndexOf(string name)
    {
        for (var i = arguments.Length - 1; i >= 0; i--)
        {
            if (arguments[i].StartsWith('-') && NamesEqual(arguments[i], name))
                return i;
        }

        return -1;
    }

    private string[] ValuesFrom(int start)
    {
        var end = start;
        while (end < arguments.Length && !arguments[end].StartsWith('-'))
            end++;
        return arguments[start..end];
    }

    [SuppressMessage("Usage", "CA2208", Justification = "The argument is the user's, not a method's.")]
    private static object? ConvertArgument(string name, string[] values, Type destination, char? separator)
    {
        if (separator is { } character && values.Any(x => x.Contains(character)))
        {
            if (values.Length > 1)
                throw new ArgumentException($"Argument '{name}' with value [ {string.Join(", ", values)} ] cannot be split with separator '{character}'");
            values = values[0].Split(character);
        }

        try
        {
            return ValueConversion.Convert(values, destination);
        }
        catch (Exception exception)
        {
            throw new ArgumentException($"Resolving argument '{name}' failed.{Environment.NewLine}{exception.Message}", exception);
        }
    }
}
