using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>A build that compiles its solution, and publishes projects of it where it is told to.</summary>
public interface ICompile : IRestore, IHazConfiguration
{
    /// <summary>Compiles the solution.</summary>
    Target Compile => _ => _
        .DependsOn(Restore)
        .WhenSkipped(DependencyBehavior.Skip)
        .Executes(() =>
        {
            DotNetBuild(_ => _
                .Apply(CompileSettingsBase)
                .Apply(CompileSettings));

            DotNetPublish(
                _ => _
                    .Apply(PublishSettingsBase)
                    .Apply(PublishSettings)
                    .CombineWith(PublishConfigurations, (_, v) => _
                        .SetProject(v.Project)
                        .SetFramework(v.Framework)),
                PublishDegreeOfParallelism);
        });

    /// <summary>What the component sets.</summary>
    sealed Configure<DotNetBuildSettings> CompileSettingsBase => _ => _
        .SetProjectFile(Solution)
        .SetConfiguration(Configuration)
        .When(IsServerBuild, _ => _
            .SetProperty("ContinuousIntegrationBuild", true))
        .SetNoRestore(SucceededTargets.Contains(Restore))
        .WhenNotNull(this as IHazGitRepository, (_, o) => _
            .WhenNotNull(o.GitRepository.HttpsUrl, (_, url) => _
                .SetProperty("RepositoryUrl", url)));

    /// <summary>What the component sets.</summary>
    sealed Configure<DotNetPublishSettings> PublishSettingsBase => _ => _
        .SetConfiguration(Configuration)
        .EnableNoBuild()
        .EnableNoLogo()
        .When(IsServerBuild, _ => _
            .SetProperty("ContinuousIntegrationBuild", true))
        .WhenNotNull(this as IHazGitRepository, (_, o) => _
            .WhenNotNull(o.GitRepository.HttpsUrl, (_, url) => _
                .SetProperty("RepositoryUrl", url)));

    /// <summary>What the build sets.</summary>
    Configure<DotNetBuildSettings> CompileSettings => _ => _;

    /// <summary>What the build sets.</summary>
    Configure<DotNetPublishSettings> PublishSettings => _ => _;

    /// <summary>What is published: none, if the build does not say.</summary>
    IEnumerable<(Project Project, string Framework)> PublishConfigurations => [];

    /// <summary>How many publishes run at once.</summary>
    int PublishDegreeOfParallelism => 10;
}
