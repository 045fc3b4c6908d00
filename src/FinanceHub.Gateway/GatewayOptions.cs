using FinanceHub.ServiceDefaults;

namespace FinanceHub.Gateway;

/// <summary>Settings of the gateway: <c>Gateway__Name</c>.</summary>
internal sealed class GatewayOptions : IServiceOptions
{
    /// <inheritdoc/>
    public static string Section => "Gateway";

    /// <summary>Loopback port of the admin interface; each generation that shares a public socket needs one of its own.</summary>
    public int AdminPort { get; set; }

    /// <summary>Where the routes survive a restart; without it they live in memory only.</summary>
    public string? RoutesFile { get; set; }

    /// <summary>How long a request is held back while its destination refuses connections, for example because it is being restarted.</summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long keep-alive clients get to move elsewhere before the gateway closes their connections.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest silence of a destination within one request.</summary>
    public TimeSpan ActivityTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <inheritdoc/>
    public IEnumerable<string> Faults()
    {
        if (AdminPort is < 1 or > 65535)
            yield return $"Gateway:AdminPort is {AdminPort}, expected a free port from 1 to 65535: set Gateway__AdminPort.";
        if (RoutesFile is not null && !Path.IsPathFullyQualified(RoutesFile))
            yield return $"Gateway:RoutesFile is '{RoutesFile}', expected an absolute path: set Gateway__RoutesFile.";
        foreach (var (name, value) in new[] { (nameof(RetryFor), RetryFor), (nameof(DrainTimeout), DrainTimeout) }.Where(t => t.Item2 < TimeSpan.Zero))
            yield return $"Gateway:{name} is {value}, expected a positive time such as 00:00:05.";
        if (ActivityTimeout <= TimeSpan.Zero)
            yield return $"Gateway:ActivityTimeout is {ActivityTimeout}, expected a positive time such as 00:01:40.";
    }
}
