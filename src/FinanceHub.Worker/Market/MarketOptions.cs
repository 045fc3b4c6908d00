using FinanceHub.Domain.Instruments;
using FinanceHub.ServiceDefaults;
using FinanceHub.Worker.Configuration;

namespace FinanceHub.Worker.Market;

/// <summary>Where prices and exchange rates come from.</summary>
internal sealed class MarketOptions : IServiceOptions
{
    public const string Offline = "Offline";
    public const string Http = "Http";

    private const int LongestBackfill = 100 * 366;

    public static string Section => "Prices";

    /// <summary>Offline or Http.</summary>
    public string Provider { get; set; } = Offline;

    /// <summary>Http: its address.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Http: what it asks for, or file: or env: and where that is.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Http: how its series treat splits.</summary>
    public PriceBasis Basis { get; set; } = PriceBasis.Raw;

    /// <summary>Http: the currencies that it has rates of, separated by commas.</summary>
    public string Currencies { get; set; } = "CHF,GBP,USD";

    /// <summary>Http: for one attempt.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Http: before the first repetition; doubled each time.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many days the prices go back at least.</summary>
    public int BackfillDays { get; set; } = 3 * 366;

    /// <summary>How many days the prices go back at most, however old the oldest activity is.</summary>
    public int MostBackfillDays { get; set; } = 30 * 366;

    public bool IsHttp => string.Equals(Provider, Http, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> Faults()
    {
        if (!IsHttp && !string.Equals(Provider, Offline, StringComparison.OrdinalIgnoreCase))
            yield return $"{Section}:{nameof(Provider)}: expected {Offline} or {Http}, found \"{Provider}\"; set {Section}__{nameof(Provider)}.";
        if (IsHttp && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return $"{Section}:{nameof(BaseUrl)}: expected an http or https address, found \"{BaseUrl}\"; set {Section}__{nameof(BaseUrl)}.";
        if (Secret.FaultOf(ApiKey, $"{Section}:{nameof(ApiKey)}") is { } fault)
            yield return fault;
        if (!Enum.IsDefined(Basis))
            yield return $"{Section}:{nameof(Basis)}: expected {nameof(PriceBasis.Raw)} or {nameof(PriceBasis.SplitAdjusted)}, found \"{Basis}\"; set {Section}__{nameof(Basis)}.";
        if (BackfillDays < 1 || BackfillDays > MostBackfillDays || MostBackfillDays > LongestBackfill)
            yield return $"{Section}:{nameof(BackfillDays)}: expected a number from 1 to {nameof(MostBackfillDays)}, and that up to {LongestBackfill}, found {BackfillDays} and {MostBackfillDays}; set {Section}__{nameof(BackfillDays)}.";
        foreach (var time in TimeLimits.Faults(Section, nameof(Timeout), Timeout, TimeSpan.FromMilliseconds(200), TimeSpan.FromMinutes(1)))
            yield return time;
        foreach (var time in TimeLimits.Faults(Section, nameof(RetryDelay), RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)))
            yield return time;
    }
}
