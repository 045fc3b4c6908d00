namespace Nuke.Common.Git;

/// <summary>How a remote repository is reached.</summary>
public enum GitProtocol
{
    /// <summary>https://</summary>
    Https,

    /// <summary>ssh://, or user@host:path</summary>
    Ssh,
}
