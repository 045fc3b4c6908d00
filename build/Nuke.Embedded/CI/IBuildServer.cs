namespace Nuke.Common.CI;

/// <summary>A host that builds a certain commit.</summary>
public interface IBuildServer
{
    /// <summary>The branch or reference it builds.</summary>
    string? Branch { get; }

    /// <summary>The commit it builds.</summary>
    string? Commit { get; }
}
