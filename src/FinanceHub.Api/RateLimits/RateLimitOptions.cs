using FinanceHub.ServiceDefaults;

namespace FinanceHub.Api.RateLimits;

/// <summary>How many requests are answered: generous, against runaway programs and floods, not against use.</summary>
internal sealed class RateLimitOptions : IServiceOptions
{
    public static string Section => "RateLimits";

    /// <summary>Requests of one user, in the long run.</summary>
    public int UserPerSecond { get; set; } = 500;

    /// <summary>Requests of one user at once.</summary>
    public int UserBurst { get; set; } = 1000;

    /// <summary>Requests of one client address to sign up and in, in the long run: each costs the hash of a password. As many again of those that operators make.</summary>
    public int AddressPerSecond { get; set; } = 20;

    /// <summary>Requests of one client address to sign up and in, at once. An office may share an address.</summary>
    public int AddressBurst { get; set; } = 200;

    /// <summary>Requests that are worked on at a time; fewer than the connections that the database grants.</summary>
    public int Concurrent { get; set; } = 32;

    /// <summary>Requests that may wait for that. Without an end to the queue, a host that is too slow for a while needs ever more memory and answers everything too late.</summary>
    public int Waiting { get; set; } = 256;

    public IEnumerable<string> Faults() =>
        from setting in new (string Name, int Value)[]
        {
            (nameof(UserPerSecond), UserPerSecond),
            (nameof(UserBurst), UserBurst),
            (nameof(AddressPerSecond), AddressPerSecond),
            (nameof(AddressBurst), AddressBurst),
            (nameof(Concurrent), Concurrent),
            (nameof(Waiting), Waiting),
        }
        where setting.Value < 1
        select $"{Section}:{setting.Name}: expected a whole number of 1 or more, found {setting.Value}; set {Section}__{setting.Name}.";
}
