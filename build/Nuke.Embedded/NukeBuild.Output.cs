using System.Reflection;
using Nuke.Common.Logging;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private DefaultOutput[]? disabledOutputs;

    internal bool IsOutputEnabled(DefaultOutput output)
    {
        disabledOutputs ??= [.. GetType().GetCustomAttributes<DisableDefaultOutputAttribute>().Where(x => x.IsApplicable(this)).SelectMany(x => x.DisabledOutputs)];
        return !disabledOutputs.Contains(output);
    }

    internal void WriteLogo()
    {
        if (IsOutputEnabled(DefaultOutput.Logo))
            Logo.Write();
        Output.Information("NUKE Execution Engine, embedded (API of 10.1.0)");
        Output.Information();
    }

    internal IDisposable WriteTarget(string target) =>
        IsOutputEnabled(Host.Collapses ? DefaultOutput.TargetCollapse : DefaultOutput.TargetHeader) ? Host.WriteBlock(target) : Block.Nothing;

    internal void WriteErrorsAndWarnings()
    {
        if (IsOutputEnabled(DefaultOutput.ErrorsAndWarnings))
            Host.WriteErrorsAndWarnings();
    }

    internal void WriteTargetOutcome()
    {
        if (IsOutputEnabled(DefaultOutput.TargetOutcome))
            Host.WriteTargetOutcome(this);
    }

    internal void WriteBuildOutcome()
    {
        if (IsOutputEnabled(DefaultOutput.BuildOutcome))
            Host.WriteBuildOutcome(this);
    }
}
