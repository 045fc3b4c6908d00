namespace Nuke.Common.Utilities.Collections;

/// <summary>Loops as calls.</summary>
public static class EnumerableExtensions
{
    /// <summary>Runs the action for each element, in order.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
            action(item);
    }
}
