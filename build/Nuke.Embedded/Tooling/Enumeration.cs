using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>A closed set of named values: the public static fields of the deriving class.</summary>
public abstract class Enumeration
{
    /// <summary>The text that stands for the value on a command line.</summary>
    protected string? Value { get; set; }

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator string?(Enumeration? value) => value?.ToString();

    public static bool operator ==(Enumeration? left, Enumeration? right) => Equals(left, right);

    public static bool operator !=(Enumeration? left, Enumeration? right) => !Equals(left, right);

    public override bool Equals(object? obj) =>
        obj is Enumeration other && other.GetType() == GetType() && string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override int GetHashCode() => Value is null ? 0 : StringComparer.Ordinal.GetHashCode(Value);

    public override string ToString() => Value.NotNull($"A value of {GetType().Name} has no text");

    /// <summary>Converts the name of a field, in any case, to its value.</summary>
    public class TypeConverter<T> : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <exception cref="ArgumentException">No field has that name.</exception>
        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        {
            if (value is not string name)
                return base.ConvertFrom(context, culture, value);

            var fields = typeof(T).GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static);
            var matching = fields.Where(x => string.Equals(x.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
            var known = string.Join(", ", fields.Where(x => x.IsPublic).Select(x => x.Name));
            Assert.HasSingleItem(matching, $"'{name}' is none of the values of {typeof(T).Name}: {known}");
            return matching[0].GetValue(null);
        }

    }
}
