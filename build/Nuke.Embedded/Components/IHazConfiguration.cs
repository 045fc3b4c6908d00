using Nuke.Common;

namespace Nuke.Components;

/// <summary>A build that compiles in a configuration.</summary>
public interface IHazConfiguration : INukeBuild
{
    /// <summary>Debug on a developer's machine, Release on a server, if not given.</summary>
    [Parameter]
    Configuration Configuration => TryGetValue(() => Configuration) ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
