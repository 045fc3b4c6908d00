namespace FinanceHub.Delivery.Smoke;

/// <summary>What is used: the hosts of a release directly, or both behind one public address.</summary>
internal sealed record SmokeTarget
{
    /// <summary>Answers <c>/api</c>.</summary>
    public required Uri Api { get; init; }

    /// <summary>Answers pages.</summary>
    public required Uri Web { get; init; }

    /// <summary>The release that must answer; null accepts any.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>API and pages behind one address.</summary>
    public static SmokeTarget Public(Uri address, string? releaseId) => new() { Api = address, Web = address, ReleaseId = releaseId };
}
