using Nuke.Common;
using Nuke.Common.Execution;

/// <summary>Names every required parameter without a value, where the engine would stop at the first, or fail while it asks for it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StrictRequirementsAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    /// <summary>When parameters have got their values, at 100, so that conditions can be judged.</summary>
    public override float Priority { get; set; } = 90;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        var report = CommandLineGate.Report;
        if (!report.IsAsking && MissingParameters.Find(Build, executableTargets, report, judgeConditions: true) is { Count: > 0 } missing)
            CommandLineGate.RefuseAndExit(missing);
    }
}
