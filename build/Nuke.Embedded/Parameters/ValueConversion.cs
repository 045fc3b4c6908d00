using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Parameters;

/// <summary>Texts to values, as parameters have them.</summary>
internal static class ValueConversion
{
    /// <exception cref="ArgumentException">A value does not convert, or there are several for a type that takes one.</exception>
    public static object? Convert(string[] values, Type destination)
    {
        var element = destination.IsArray ? destination.GetElementType()! : destination;
        if (destination.IsArray)
        {
            var array = Array.CreateInstance(element, values.Length);
            for (var i = 0; i < values.Length; i++)
                array.SetValue(Convert(values[i], element), i);
            return array;
        }

        return values.Length switch
        {
            // An option without a value: a flag that is set.
            0 => destination == typeof(bool) || destination == typeof(bool?) ? true : null,
            1 => Convert(values[0], destination),
            _ => throw new ArgumentException($"Value [ {string.Join(", ", values)} ] cannot be assigned to '{DisplayName(destination)}'"),
        };
    }

    public static object? DefaultOf(Type type) => IsNullable(type) ? null : Activator.CreateInstance(type);

    /// <summary>The type itself if it has a null, else its nullable form.</summary>
    public static Type NullableOf(Type type) => IsNullable(type) ? type : typeof(Nullable<>).MakeGenericType(type);

    /// <summary>What a single value of the type is: the element of a collection, what a nullable wraps.</summary>
    public static Type ScalarOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return underlying;
        if (type.IsArray)
            return type.GetElementType()!;
        return IsCollection(type) && type.IsGenericType ? type.GetGenericArguments()[0] : type;
    }

    public static bool IsCollection(Type type) => type != typeof(string)
        && (type.IsArray || type.GetInterfaces().Append(type).Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>)));

    public static string DisplayName(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? $"{underlying.Name}?" : type.Name;

    private static bool IsNullable(Type type) => type.IsClass || type.IsInterface || Nullable.GetUnderlyingType(type) is not null;

    private static object? Convert(string value, Type destination)
    {
        var type = Nullable.GetUnderlyingType(destination) ?? destination;
        if (type == typeof(string))
            return value;
        if (value.Length == 0 && type != destination)
            return null;

        try
        {
            return ConvertKnown(value, type) ?? ConverterOf(type).ConvertFromInvariantString(value);
        }
        catch (Exception exception)
        {
            throw new ArgumentException($"Value '{value}' could not be converted to '{DisplayName(destination)}'", exception);
        }
    }

    // The common types without the descriptor machinery, whose first use costs more than everything else here.
    private static object? ConvertKnown(string value, Type type)
    {
        if (type == typeof(bool))
            return bool.Parse(value);
        if (type.IsEnum)
            return Enum.Parse(type, value, ignoreCase: true);
        if (type == typeof(int))
            return int.Parse(value, NumberStyles.Integer, CultureInfo.InvariantCulture);
        if (type == typeof(double))
            return double.Parse(value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return null;
    }

    private static TypeConverter ConverterOf(Type type)
    {
        if (type.GetCustomAttribute<TypeConverterAttribute>()?.ConverterTypeName is { Length: > 0 } name
            && Type.GetType(name, throwOnError: false) is { } converter)
            return (TypeConverter)Activator.CreateInstance(converter)!;
        return TypeDescriptor.GetConverter(type);
    }
}
