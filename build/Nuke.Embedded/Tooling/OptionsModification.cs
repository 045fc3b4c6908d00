namespace Nuke.Common.Tooling;

/// <summary>What the setters of all options consist of.</summary>
internal static class OptionsModification
{
    public static T With<T>(this T options, string name, object? value)
        where T : Options
    {
        var copy = (T)options.Copy();
        copy.Set(name, value);
        return copy;
    }

    public static T WithList<T>(this T options, string name, IEnumerable<string> values)
        where T : Options => options.With(name, values.ToList());

    public static T WithAdded<T>(this T options, string name, IReadOnlyList<string>? list, IEnumerable<string> values)
        where T : Options => options.WithList(name, (list ?? []).Concat(values));

    public static T WithRemoved<T>(this T options, string name, IReadOnlyList<string>? list, IEnumerable<string> values)
        where T : Options => options.WithList(name, (list ?? []).Except(values));

    public static T WithEntry<T, TValue>(
        this T options,
        string name,
        IReadOnlyDictionary<string, TValue>? entries,
        string key,
        TValue value)
        where T : Options
    {
        var copy = Copy(entries);
        copy[key] = value;
        return options.With(name, copy);
    }

    public static T WithoutEntry<T, TValue>(this T options, string name, IReadOnlyDictionary<string, TValue>? entries, string key)
        where T : Options
    {
        var copy = Copy(entries);
        copy.Remove(key);
        return options.With(name, copy);
    }

    private static OrderedDictionary<string, TValue> Copy<TValue>(IReadOnlyDictionary<string, TValue>? entries) =>
        new(entries ?? Enumerable.Empty<KeyValuePair<string, TValue>>(), StringComparer.Ordinal);
}
