namespace FinanceHub.ServiceDefaults;

/// <summary>What a host says it is. It comes from the artefact that runs, never from whoever deployed it.</summary>
public sealed record ReleaseIdentity
{
    /// <summary>The service within the release: api, web, worker or gateway.</summary>
    public required string ServiceId { get; init; }

    /// <summary>The semantic version of the release; <c>0.0.0-dev</c> in a developer's run.</summary>
    public required string Version { get; init; }

    /// <summary>The commit that the release was built from, 40 hexadecimal digits; <c>unknown</c> in a developer's run.</summary>
    public required string Commit { get; init; }

    /// <summary>The identifier of the release; <c>dev</c> in a developer's run.</summary>
    public required string ReleaseId { get; init; }
}
