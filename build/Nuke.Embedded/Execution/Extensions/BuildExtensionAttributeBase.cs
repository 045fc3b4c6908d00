using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Execution;

/// <summary>An attribute on a build that takes part in its course, through the interfaces whose names begin with IOn.</summary>
[AttributeUsage(AttributeTargets.Class)]
[SuppressMessage("Naming", "CA1710", Justification = "The name is given by the API.")]
public abstract class BuildExtensionAttributeBase : Attribute, IBuildExtension
{
    public INukeBuild Build { get; internal set; } = null!;

    /// <summary>The higher is called first.</summary>
    public virtual float Priority { get; set; }
}
