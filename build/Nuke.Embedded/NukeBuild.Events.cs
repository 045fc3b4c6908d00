using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private readonly List<IBuildExtension> extensions;

    protected NukeBuild()
    {
        var attributes = GetType().GetCustomAttributes<BuildExtensionAttributeBase>().ToList();
        foreach (var attribute in attributes)
            attribute.Build = this;
        extensions = [.. attributes.OrderByDescending(x => x.Priority)];
    }

    internal void Notify<TExtension>(Action<TExtension> action)
        where TExtension : IBuildExtension
    {
        foreach (var extension in extensions)
        {
            if (extension is TExtension matching)
                action(matching);
        }
    }

    /// <summary>Called when the build has been created.</summary>
    protected internal virtual void OnBuildCreated()
    {
    }

    /// <summary>Called when values are injected and the plan is known.</summary>
    protected internal virtual void OnBuildInitialized()
    {
    }

    /// <summary>Called at the end, whether it succeeded or failed.</summary>
    protected internal virtual void OnBuildFinished()
    {
    }

    /// <summary>Called before a target runs.</summary>
    protected internal virtual void OnTargetRunning(string target)
    {
    }

    /// <summary>Called when a target is skipped.</summary>
    protected internal virtual void OnTargetSkipped(string target)
    {
    }

    /// <summary>Called when a target succeeded.</summary>
    protected internal virtual void OnTargetSucceeded(string target)
    {
    }

    /// <summary>Called when a target failed.</summary>
    protected internal virtual void OnTargetFailed(string target)
    {
    }
}
