using FinanceHub.ServiceDefaults;

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
    public TimeSpan PriceRefreshInterval { get; set; } = TimeSpan.FromMinutes(15);

    public IEnumerable<string> Faults()
    {
        if (HeartbeatInterval < Shortest || HeartbeatInterval > Longest)
            yield return Fault(nameof(HeartbeatInterval), HeartbeatInterval);
        if (PriceRefreshInterval < Shortest || PriceRefreshInterval > Longest)
            yield return Fault(nameof(PriceRefreshInterval), PriceRefreshInterval);
    }

    private static string Fault(string name, TimeSpan found) =>
        $"{Section}:{name}: expected a time from {Shortest:c} to {Longest:c}, found {found:c}; set {Section}__{name}.";
}
