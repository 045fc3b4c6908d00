namespace FinanceHub.Delivery.Locking;

/// <summary>Where the run of a CI system can be looked at.</summary>
internal static class ContinuousIntegration
{
    /// <summary>The page of this run, from the variables that GitHub Actions sets; null elsewhere.</summary>
    public static string? RunUrl(Func<string, string?> variable) =>
        RepositoryUrl(variable) is { } repository && variable("GITHUB_RUN_ID") is { Length: > 0 } run ? $"{repository}/actions/runs/{run}" : null;

    /// <summary>The page of the repository that this run is of; null elsewhere.</summary>
    public static string? RepositoryUrl(Func<string, string?> variable) =>
        variable("GITHUB_SERVER_URL") is { Length: > 0 } server && variable("GITHUB_REPOSITORY") is { Length: > 0 } repository ? $"{server}/{repository}" : null;
}
