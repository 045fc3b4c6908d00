namespace Nuke.Common;

/// <summary>Turns parts of the output off; all of them, if none are named.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DisableDefaultOutputAttribute(params DefaultOutput[] disabledOutputs) : Attribute
{
    public DefaultOutput[] DisabledOutputs { get; } = disabledOutputs.Length > 0 ? disabledOutputs : Enum.GetValues<DefaultOutput>();

    /// <summary>Whether the attribute counts for this run.</summary>
    public virtual bool IsApplicable(INukeBuild build) => true;
}
