namespace Nuke.Common.Utilities;

/// <summary>Conditions within a chain of calls.</summary>
public static class ObjectExtensions
{
    /// <summary>The transformed input, if the condition holds, else the input.</summary>
    public static T When<T>(this T input, bool condition, Func<T, T> transform) => condition ? transform(input) : input;

    /// <summary>The transformed input, if there is an object, else the input.</summary>
    public static T WhenNotNull<T, TObject>(this T input, TObject? obj, Func<T, TObject, T> transform) =>
        obj is not null ? transform(input, obj) : input;
}
