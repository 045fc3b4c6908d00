using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>Several values for each key.</summary>
public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<TValue>> values = [];

    public int Count => values.Count;

    public IEnumerable<TValue> this[TKey key] => values.TryGetValue(key, out var list) ? list : [];

    public bool Contains(TKey key) => values.ContainsKey(key);

    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    public void AddRange(TKey key, IEnumerable<TValue> range)
    {
        if (!values.TryGetValue(key, out var list))
            values[key] = list = [];
        list.AddRange(range);
    }

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() =>
        values.SelectMany(x => x.Value, (x, value) => (x.Key, value)).GroupBy(x => x.Key, x => x.value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
