using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalised path; says nothing about whether a file or a directory is there.</summary>
[TypeConverter(typeof(TypeConverter))]
[DebuggerDisplay("{" + nameof(path) + "}")]
public sealed class AbsolutePath : IFormattable, IEquatable<AbsolutePath>
{
    /// <summary>Format that always puts the path in double quotes.</summary>
    public const string DoubleQuote = "d";

    /// <summary>Format that puts the path in double quotes where a command line needs them.</summary>
    public const string DoubleQuoteIfNeeded = "dn";

    /// <summary>Format that always puts the path in single quotes.</summary>
    public const string SingleQuote = "s";

    /// <summary>Format that puts the path in single quotes where a command line needs them.</summary>
    public const string SingleQuoteIfNeeded = "sn";

    /// <summary>Format that never quotes: the default.</summary>
    public const string NoQuotes = "nq";

    private readonly string path;

    private AbsolutePath(string path) => this.path = PathConstruction.Normalize(path);

    /// <summary>Makes a path of a rooted string.</summary>
    /// <exception cref="ArgumentException">The string is not rooted.</exception>
    public static AbsolutePath Create(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Assert.True(PathConstruction.HasPathRoot(path), $"Path '{path}' must be rooted");
        return new AbsolutePath(path);
    }

    /// <summary>The last segment, with its extension.</summary>
    public string Name => PathConstruction.GetName(path);

    /// <summary>The last segment up to its last dot.</summary>
    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(Name);

    /// <summary>The last segment from its last dot on, the dot included; empty where there is none.</summary>
    public string Extension => Path.GetExtension(Name);

    /// <summary>The directory above; null at a root.</summary>
    public AbsolutePath? Parent => PathConstruction.IsRoot(path) ? null : new AbsolutePath(PathConstruction.Combine(path, ".."));

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path) => path is null ? null : Create(path);

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?.path;

    /// <summary>Appends segments; <c>..</c> in them is resolved.</summary>
    /// <exception cref="ArgumentException">There is nothing on the left, or the right side is rooted itself.</exception>
    public static AbsolutePath operator /(AbsolutePath? left, string? right) =>
        new(PathConstruction.Combine(left.NotNull(argumentExpression: nameof(left)).path, right));

    /// <summary><c>path / ..</c> is the directory above.</summary>
    /// <exception cref="ArgumentException">The range is not <c>..</c>, or the path is a root.</exception>
    public static AbsolutePath operator /(AbsolutePath? left, Range range)
    {
        Assert.True(range.Equals(Range.All), "Only '..' can be appended as a range");
        return left.NotNull(argumentExpression: nameof(left)).Parent.NotNull($"Path '{left}' has no parent");
    }

    /// <summary>Appends text to the last segment.</summary>
    public static AbsolutePath operator +(AbsolutePath? left, string? right) =>
        new(left.NotNull(argumentExpression: nameof(left)).path + right);

    public static bool operator ==(AbsolutePath? left, AbsolutePath? right) => Equals(left, right);

    public static bool operator !=(AbsolutePath? left, AbsolutePath? right) => !Equals(left, right);

    public bool Equals(AbsolutePath? other) => other is not null && Comparer.Equals(path, other.path);

    public override bool Equals(object? obj) => Equals(obj as AbsolutePath);

    public override int GetHashCode() => Comparer.GetHashCode(path);

    public override string ToString() => path;

    /// <summary>The path as text, quoted as one of the format constants says.</summary>
    /// <exception cref="FormatException">The format is none of them.</exception>
    public string ToString(string? format) => format switch
    {
        null or "" or NoQuotes => path,
        DoubleQuote => path.DoubleQuote(),
        DoubleQuoteIfNeeded => path.DoubleQuoteIfNeeded(),
        SingleQuote => path.SingleQuote(),
        SingleQuoteIfNeeded => path.SingleQuoteIfNeeded(),
        _ => throw new FormatException($"Format '{format}' of a path is not known; use d, dn, s, sn or nq."),
    };

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    private StringComparer Comparer => PathConstruction.HasWindowsRoot(path) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>Converts a parameter's value: a relative one starts at the working directory.</summary>
    public sealed class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value is string text
            ? PathConstruction.HasPathRoot(text) ? Create(text) : EnvironmentInfo.WorkingDirectory / text
            : base.ConvertFrom(context, culture, value);
    }
}
