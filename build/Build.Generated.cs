using FinanceHub.Delivery;
using FinanceHub.Delivery.Documents;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

/// <summary>Generated files: what writes them, and what fails when they are stale.</summary>
[RememberTargets]
partial class Build
{
    IEnumerable<GeneratedSection> GeneratedSections =>
    [
        new(RootDirectory / "README.md", "targets", TargetTable()),
        new(RootDirectory / "README.md", "exit codes", ExitCodeTable.Render((RootDirectory / "build" / "Delivery" / "ExitCode.cs").ReadAllText())),
    ];

    void WriteGenerated() => Run(() =>
    {
        foreach (var section in GeneratedSections)
        {
            section.Write();
        }
    });

    void VerifyGenerated() => Run(() => Evidence.Record("generated", figures =>
    {
        var stale = GeneratedSections.Where(section => !section.IsCurrent).Select(section => section.Name).ToList();
        figures["stale"] = stale.Count;
        if (stale.Count > 0)
        {
            throw new DeliveryFailure(FinanceHub.Delivery.ExitCode.Failed, $"Stale in README.md: {string.Join(", ", stale)}. Write them again: ./build.sh Generate");
        }
    }));

    static string TargetTable() => string.Join('\n', RememberTargetsAttribute.Targets
        .Where(target => target.Listed)
        .OrderBy(target => target.Name, StringComparer.Ordinal)
        .Select(target => $"| `{target.Name}` | {target.Description} | {string.Join(", ", target.ExecutionDependencies.Select(dependency => dependency.Name).Order(StringComparer.Ordinal))} |")
        .Prepend("| Target | What it does | After |\n|---|---|---|"));
}

/// <summary>Keeps the list of all targets, which the engine tells only its extensions.</summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class RememberTargetsAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public static IReadOnlyCollection<ExecutableTarget> Targets { get; private set; } = [];

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Targets = executableTargets;
}
