using FinanceHub.ServiceDefaults;
using FinanceHub.Worker.Configuration;

namespace FinanceHub.Worker;

/// <summary>How often the worker does what it does.</summary>
internal sealed class WorkerOptions : IServiceOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static string Section => "Worker";

    /// <summary>From one sign of life to the next.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>From one refresh of the prices to the next.</summary>
    public TimeSpan PriceRefreshInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>From one refresh of the exchange rates to the next.</summary>
    public TimeSpan ExchangeRateRefreshInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>From one look for portfolios whose values are wrong to the next.</summary>
    public TimeSpan ValuationInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>From one look at the alerts to the next.</summary>
    public TimeSpan AlertInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>From one look for messages to deliver to the next.</summary>
    public TimeSpan OutboxInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>From one removal of what is too old to the next.</summary>
    public TimeSpan CleanUpInterval { get; set; } = TimeSpan.FromHours(1);

    public IEnumerable<string> Faults() =>
    [
        .. Faults(nameof(HeartbeatInterval), HeartbeatInterval),
        .. Faults(nameof(PriceRefreshInterval), PriceRefreshInterval),
        .. Faults(nameof(ExchangeRateRefreshInterval), ExchangeRateRefreshInterval),
        .. Faults(nameof(ValuationInterval), ValuationInterval),
        .. Faults(nameof(AlertInterval), AlertInterval),
        .. Faults(nameof(OutboxInterval), OutboxInterval),
        .. Faults(nameof(CleanUpInterval), CleanUpInterval),
    ];

    private static IEnumerable<string> Faults(string name, TimeSpan found) => TimeLimits.Faults(Section, name, found, Shortest, Longest);
}
