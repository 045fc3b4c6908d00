using FinanceHub.ServiceDefaults;
using FinanceHub.Worker.Configuration;

namespace FinanceHub.Worker.Notifications;

/// <summary>How people are told.</summary>
internal sealed class NotificationOptions : IServiceOptions
{
    public static string Section => "Notifications";

    /// <summary>Where alerts are posted; nowhere if it is not set.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What posts are signed with, or file: or env: and where that is.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>For one attempt.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After the first attempt that failed; doubled each time.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a message is tried before it is given up.</summary>
    public int MostAttempts { get; set; } = 10;

    public IEnumerable<string> Faults()
    {
        // Not what was found: an address may hold a secret.
        if (WebhookUrl is not null && !(Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return $"{Section}:{nameof(WebhookUrl)}: expected an http or https address, found something else; set {Section}__{nameof(WebhookUrl)}.";
        if (Secret.FaultOf(WebhookSecret, $"{Section}:{nameof(WebhookSecret)}") is { } fault)
            yield return fault;
        if (MostAttempts is < 1 or > 100)
            yield return $"{Section}:{nameof(MostAttempts)}: expected a number from 1 to 100, found {MostAttempts}; set {Section}__{nameof(MostAttempts)}.";
        foreach (var time in TimeLimits.Faults(Section, nameof(Timeout), Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)))
            yield return time;
        foreach (var time in TimeLimits.Faults(Section, nameof(RetryDelay), RetryDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1)))
            yield return time;
    }
}
