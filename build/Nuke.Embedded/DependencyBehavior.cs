namespace Nuke.Common;

/// <summary>What happens to the dependencies of a skipped target that nothing else needs.</summary>
public enum DependencyBehavior
{
    /// <summary>They are skipped too.</summary>
    Skip,

    /// <summary>They run.</summary>
    Execute,
}
