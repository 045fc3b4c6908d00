using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FinanceHub.Delivery.Ledger;

/// <summary>A member of a row with names and values, parsed when somebody asks for them.</summary>
/// <param name="json">The member's text.</param>
/// <param name="type">How to read it.</param>
internal sealed class LedgerObject<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<Dictionary<string, T>> type) : IReadOnlyDictionary<string, T>
{
    private Dictionary<string, T>? _values;

    public int Count => Values.Count;

    public IEnumerable<string> Keys => Values.Keys;

    IEnumerable<T> IReadOnlyDictionary<string, T>.Values => Values.Values;

    private Dictionary<string, T> Values => _values ??= JsonSerializer.Deserialize(json.Span, type)!;

    public T this[string key] => Values[key];

    public bool ContainsKey(string key) => Values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => Values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
