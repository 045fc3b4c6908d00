using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Git;

/// <summary>Injects the repository that the build's root is in.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class GitRepositoryAttribute : ValueInjectionAttributeBase
{
    /// <exception cref="ArgumentException">The root is in no repository.</exception>
    public override object? GetValue(MemberInfo member, object instance) => GitRepository.FromLocalDirectory(NukeBuild.RootDirectory);
}
