using Microsoft.Extensions.Caching.Memory;

namespace FinanceHub.Data.Caching;

/// <summary>What was read or computed and is worth keeping for a moment. It never decides whose something is: that is asked of the database each time.</summary>
public sealed class ReadCache : IDisposable
{
    // Counted in rows and days of about 200 bytes: some 20 MB at most, of the 200 that a host may need.
    private const long Capacity = 100_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    /// <summary>What is kept under a key; null if nothing is.</summary>
    internal T? Find<T>(object key)
        where T : class => _cache.TryGetValue(key, out T? found) ? found : null;

    /// <summary>Keeps something for a while, if there is room.</summary>
    /// <param name="key">A record that says all on which <paramref name="value"/> depends.</param>
    /// <param name="value">Never changed from now on: several requests look at it at once.</param>
    /// <param name="lifetime">How long.</param>
    /// <param name="rows">How large it is.</param>
    internal T Keep<T>(object key, T value, TimeSpan lifetime, long rows)
        where T : class => _cache.Set(key, value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime, Size = rows + 1 });
}
