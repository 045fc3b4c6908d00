using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>A build that restores its solution's packages.</summary>
public interface IRestore : IHazSolution
{
    /// <summary>Restores the solution.</summary>
    Target Restore => _ => _
        .Executes(() => DotNetRestore(_ => _
            .Apply(RestoreSettingsBase)
            .Apply(RestoreSettings)));

    /// <summary>What the component sets.</summary>
    sealed Configure<DotNetRestoreSettings> RestoreSettingsBase => _ => _
        .SetProjectFile(Solution)
        .SetIgnoreFailedSources(IgnoreFailedSources);

    /// <summary>What the build sets.</summary>
    Configure<DotNetRestoreSettings> RestoreSettings => _ => _;

    /// <summary>Whether unreachable package sources are only warned of.</summary>
    [Parameter("Ignore unreachable sources during " + nameof(Restore))]
    bool IgnoreFailedSources => TryGetValue<bool?>(() => IgnoreFailedSources) ?? false;
}
