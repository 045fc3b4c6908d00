namespace FinanceHub.ServiceDefaults;

/// <summary>What <c>/version</c> says: the release, and what this deployment of it offers.</summary>
internal sealed record VersionReport(string ServiceId, string Version, string Commit, string ReleaseId, FeatureOptions Features);
