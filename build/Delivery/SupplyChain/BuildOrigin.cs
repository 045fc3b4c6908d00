using FinanceHub.Delivery.Locking;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.SupplyChain;

/// <summary>What a release is built of, with what and where; nothing that tells a machine, its user or its directories.</summary>
public sealed record BuildOrigin
{
    /// <summary>Semantic version without a mark for uncommitted changes.</summary>
    public required string Version { get; init; }

    /// <summary>The commit, 40 hexadecimal digits.</summary>
    public required string Commit { get; init; }

    /// <summary>When the commit was made: the only time that is the same in every build of it.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>Whether the working tree differed from <see cref="Commit"/>.</summary>
    public required bool Dirty { get; init; }

    /// <summary>The version of the .NET SDK that compiles it.</summary>
    public required string Sdk { get; init; }

    /// <summary>The repository on the CI system's server; null elsewhere, where a remote's address may hold somebody's credentials.</summary>
    public string? Repository { get; init; }

    /// <summary>The page of the CI run that builds it; null elsewhere.</summary>
    public string? RunUrl { get; init; }

    /// <summary>The origin of what is built now.</summary>
    /// <param name="version">Of the working tree.</param>
    /// <param name="sdk">See <see cref="Sdk"/>.</param>
    /// <param name="variable">Reads an environment variable; those of GitHub Actions tell the run.</param>
    public static BuildOrigin Of(ReleaseVersion version, string sdk, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(variable);
        return new BuildOrigin
        {
            Version = version.Version,
            Commit = version.Commit,
            CommittedAt = version.CommittedAt,
            Dirty = version.Dirty,
            Sdk = sdk,
            Repository = ContinuousIntegration.RepositoryUrl(variable),
            RunUrl = ContinuousIntegration.RunUrl(variable),
        };
    }
}
