using System.Globalization;
using System.Text.Json;
using FinanceHub.Data.Prices.Providers;
using Polly;

namespace FinanceHub.Worker.Market;

/// <summary>Asks the provider; whatever is not an answer becomes a sentence.</summary>
internal sealed class MarketDataClient(HttpClient http)
{
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            if (!response.IsSuccessStatusCode)
                throw new MarketDataException(FormattableString.Invariant($"The provider answered {(int)response.StatusCode} to {path}."));
            return await response.Content.ReadFromJsonAsync<T>(cancellation) ?? throw new MarketDataException($"The provider answered nothing to {path}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or NotSupportedException or ExecutionRejectedException)
        {
            // Not its message: it may repeat what was answered.
            throw new MarketDataException($"The provider gave no answer that can be read to {path} ({fault.GetType().Name}).", fault);
        }
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Refuses an answer of which anything cannot be right: a part of it may be as wrong and not look so.</summary>
    public static void Require(bool right, string expected, object? found)
    {
        if (!right)
            throw new MarketDataException(string.Create(CultureInfo.InvariantCulture, $"Expected {expected}, found {found ?? "nothing"}."));
    }

    /// <summary>Refuses numbers that are none, or stand on days that were not asked for.</summary>
    public static void RequireSeries(IReadOnlyCollection<(DateOnly Date, decimal Value)> series, DateOnly from, DateOnly through)
    {
        foreach (var (date, value) in series)
        {
            Require(date >= from && date <= through, $"days from {Text(from)} to {Text(through)}", Text(date));
            Require(value > 0, $"a number above 0 on {Text(date)}", value);
        }

        Require(series.DistinctBy(one => one.Date).Count() == series.Count, "one number a day", "several");
    }
}
