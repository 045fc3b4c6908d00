using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Arguments written as an interpolated string: values with spaces are quoted, <c>{secret:r}</c> is redacted in all that
/// is logged, <c>{value:nq}</c> is left as it is.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct ArgumentStringHandler
{
    private const string Redacted = "r";
    private const string NotQuoted = "nq";

    private readonly StringBuilder builder;
    private readonly List<string> secrets;

    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        builder = new StringBuilder(literalLength + (formattedCount * 16));
        secrets = [];
        handlerIsValid = true;
    }

    /// <summary>Text is taken as it stands: its author has quoted what needs quotes.</summary>
    public static implicit operator ArgumentStringHandler(string value)
    {
        var handler = new ArgumentStringHandler(value.NotNull().Length, 0, out _);
        handler.AppendLiteral(value);
        return handler;
    }

    public void AppendLiteral(string value) => builder.Append(value);

    public void AppendFormatted(object? value, int alignment = 0, string? format = null)
    {
        var text = value switch
        {
            AbsolutePath path => path.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded),
            Solution solution => solution.Path.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded),
            Project project => project.Path.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded),
            string literal => Format(literal, format),
            IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
            _ => Format(value?.ToString() ?? string.Empty, format),
        };
        builder.Append(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment));
    }

    public void AppendFormatted(IEnumerable<AbsolutePath> paths, int alignment = 0, string? format = null)
    {
        var separator = string.Empty;
        foreach (var path in paths)
        {
            builder.Append(separator);
            AppendFormatted((object)path, alignment, format);
            separator = " ";
        }
    }

    /// <summary>The arguments. A single value that makes up the whole of them is not quoted: it is the arguments.</summary>
    public string ToStringAndClear()
    {
        var arguments = builder.ToString();
        builder.Clear();
        return arguments.IsDoubleQuoted() && arguments.IndexOf('"', 1) == arguments.Length - 1 ? arguments[1..^1] : arguments;
    }

    /// <summary>What redacts the secrets in a text.</summary>
    public Func<string, string> GetFilter() => Redaction.Of(secrets);

    private string Format(string text, string? format)
    {
        if (format == Redacted)
            secrets.Add(text);
        return format == NotQuoted || text.IsSingleQuoted() ? text : text.DoubleQuoteIfNeeded();
    }
}
