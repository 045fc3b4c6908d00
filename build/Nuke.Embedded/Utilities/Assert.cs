using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Conditions a build relies on; each failure names what was expected and the expression that was not.</summary>
[DebuggerStepThrough]
public static class Assert
{
    /// <summary>Ends the target with a message.</summary>
    [DoesNotReturn]
    [SuppressMessage("Usage", "CA2201", Justification = "Callers catch exactly this type of the engine they are written against.")]
    public static void Fail(string message, Exception? exception = null) => throw new Exception(message, exception);

    /// <exception cref="ArgumentException">The condition is false.</exception>
    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (!condition)
            Throw(message, "Expected condition to be true", argumentExpression);
    }

    /// <exception cref="ArgumentException">The condition is true.</exception>
    public static void False(
        [DoesNotReturnIf(true)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (condition)
            Throw(message, "Expected condition to be false", argumentExpression);
    }

    /// <summary>The object itself.</summary>
    /// <exception cref="ArgumentException">It is null.</exception>
    public static T NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : class
    {
        if (obj is null)
            Throw(message, $"Expected object of type '{typeof(T).FullName}' to be not null", argumentExpression);
        return obj;
    }

    /// <inheritdoc cref="NotNull{T}(T,string,string)"/>
    public static T? NotNull<T>(
        [NotNull] this T? obj,
        string? message = null,
        [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : struct
    {
        if (obj is null)
            Throw(message, $"Expected object of type '{typeof(T).FullName}' to be not null", argumentExpression);
        return obj;
    }

    /// <summary>The text itself.</summary>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public static string NotNullOrEmpty(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null)
    {
        if (string.IsNullOrEmpty(str))
            Throw(message, "Expected string to be not null or empty", argumentExpression);
        return str;
    }

    /// <summary>The text itself.</summary>
    /// <exception cref="ArgumentException">It is null or blank.</exception>
    public static string NotNullOrWhiteSpace(
        [NotNull] this string? str,
        string? message = null,
        [CallerArgumentExpression(nameof(str))] string? argumentExpression = null)
    {
        if (string.IsNullOrWhiteSpace(str))
            Throw(message, "Expected string to be not null or whitespace", argumentExpression);
        return str;
    }

    /// <exception cref="ArgumentException">The collection is null or empty.</exception>
    public static void NotEmpty<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
    {
        if (collection.NotNull(message, argumentExpression).Count == 0)
            Throw(message, "Expected collection to be not empty", argumentExpression);
    }

    /// <exception cref="ArgumentException">The collection is null or has elements.</exception>
    public static void Empty<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
    {
        if (collection.NotNull(message, argumentExpression).Count > 0)
            Throw(message, $"Expected collection to be empty, but it has {collection.Count} elements", argumentExpression);
    }

    /// <exception cref="ArgumentException">The collection is null or has another number of elements.</exception>
    public static void Count<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        int length,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
    {
        if (collection.NotNull(message, argumentExpression).Count != length)
            Throw(message, $"Expected collection to have length of {length}, but it has {collection.Count}", argumentExpression);
    }

    /// <exception cref="ArgumentException">The collection is null or has not exactly one element.</exception>
    public static void HasSingleItem<T>(
        [NotNull] IReadOnlyCollection<T>? collection,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null) =>
        Count(collection, length: 1, message, argumentExpression);

    /// <exception cref="ArgumentException">There is no file.</exception>
    public static void FileExists(
        [NotNull] string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!File.Exists(path.NotNull(message, argumentExpression)))
            Throw(message, $"Expected file to exist: {path}", argumentExpression);
    }

    /// <exception cref="ArgumentException">There is no directory.</exception>
    public static void DirectoryExists(
        [NotNull] string? path,
        string? message = null,
        [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
    {
        if (!Directory.Exists(path.NotNull(message, argumentExpression)))
            Throw(message, $"Expected directory to exist: {path}", argumentExpression);
    }

    // The expression is the fallback's explanation; a message of the caller's own needs none.
    [DoesNotReturn]
    private static void Throw(string? message, string fallback, string? argumentExpression) =>
        throw new ArgumentException(message ?? fallback, message is null ? argumentExpression : null);
}
