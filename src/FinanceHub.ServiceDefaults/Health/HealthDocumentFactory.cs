using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FinanceHub.ServiceDefaults;

/// <summary>Translates the framework's health report; pure.</summary>
internal static class HealthDocumentFactory
{
    /// <summary>Data of a check under these keys becomes the fields of the format.</summary>
    public const string ComponentType = "componentType";
    public const string ObservedValue = "observedValue";
    public const string ObservedUnit = "observedUnit";

    public static HealthDocument Create(ReleaseIdentity identity, HealthReport report, DateTimeOffset now) => new()
    {
        Status = StatusOf(report.Status),
        Version = identity.Version,
        ReleaseId = identity.ReleaseId,
        ServiceId = identity.ServiceId,
        Output = OutputOf(report),
        Checks = report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(
            entry => entry.Key,
            IReadOnlyList<HealthEntry> (entry) => [EntryOf(entry.Value, now)],
            StringComparer.Ordinal),
    };

    private static string? OutputOf(HealthReport report)
    {
        var troubles = report.Entries.Values.Where(entry => entry.Status != HealthStatus.Healthy).Select(Explain).ToList();
        return troubles.Count == 0 ? null : string.Join(" ", troubles);
    }

    private static HealthEntry EntryOf(HealthReportEntry entry, DateTimeOffset now) => new()
    {
        ComponentType = entry.Data.GetValueOrDefault(ComponentType) as string,
        ObservedValue = entry.Data.GetValueOrDefault(ObservedValue),
        ObservedUnit = entry.Data.GetValueOrDefault(ObservedUnit) as string,
        Status = StatusOf(entry.Status),
        Time = now,
        Output = entry.Status == HealthStatus.Healthy ? null : Explain(entry),
    };

    private static string Explain(HealthReportEntry entry) => entry.Description ?? entry.Exception?.Message ?? "The check gives no reason.";

    private static string StatusOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "pass",
        HealthStatus.Degraded => "warn",
        _ => "fail",
    };
}
