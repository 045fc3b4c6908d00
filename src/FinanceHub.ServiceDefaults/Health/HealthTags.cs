namespace FinanceHub.ServiceDefaults;

/// <summary>The tags by which a health check joins an endpoint.</summary>
public static class HealthTags
{
    /// <summary>The check decides whether the host takes work: <c>/health/ready</c>.</summary>
    public const string Ready = "ready";
}
