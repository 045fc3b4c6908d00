namespace FinanceHub.Delivery.Versioning;

/// <summary>What a release is called and where it comes from.</summary>
/// <param name="Version">Semantic version from GitVersion.</param>
/// <param name="Commit">The full hash of the commit that was checked out, 40 hexadecimal digits.</param>
/// <param name="CommittedAt">When that commit was made.</param>
/// <param name="Dirty">Whether the working tree differs from <paramref name="Commit"/>, untracked files included.</param>
public sealed record ReleaseVersion(string Version, string Commit, DateTimeOffset CommittedAt, bool Dirty);
