using System.Runtime.CompilerServices;

namespace Nuke.Common.Tooling;

/// <summary>A set of named values. Setters never change it: they return a changed copy.</summary>
public abstract class Options
{
    // Arguments are rendered in the order in which they were set.
    private OrderedDictionary<string, object> values = new(StringComparer.Ordinal);

    internal IEnumerable<KeyValuePair<string, object>> Values => values;

    internal Options Copy()
    {
        var copy = (Options)MemberwiseClone();
        copy.values = new OrderedDictionary<string, object>(values, StringComparer.Ordinal);
        return copy;
    }

    internal void Set(string name, object? value)
    {
        if (value is null)
            values.Remove(name);
        else
            values[name] = value;
    }

    private protected T? Get<T>([CallerMemberName] string name = "") => values.TryGetValue(name, out var value) ? (T)value : default;
}
