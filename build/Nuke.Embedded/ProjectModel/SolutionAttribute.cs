using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// Injects the solution at the path given here, relative to the root; without one, the path is the value of the
/// parameter of the member's name.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class SolutionAttribute : ParameterAttribute
{
    private readonly string? relativePath;

    public SolutionAttribute()
        : this(null)
    {
    }

    public SolutionAttribute(string? relativePath)
        : base("Path to a solution file that is automatically loaded." + (relativePath is null ? "" : $" Default is {relativePath}.")) =>
        this.relativePath = relativePath;

    /// <exception cref="ArgumentException">There is no path.</exception>
    public override object? GetValue(MemberInfo member, object instance) => new Solution(relativePath is null
        ? ((AbsolutePath?)ParameterService.GetParameter(member, this, typeof(AbsolutePath)))
            .NotNull(
                $"No solution file is defined for '{member.Name}'. "
                + $"Name it in .nuke/parameters.json: \"{member.Name}\": \"path/to.sln\"")
        : NukeBuild.RootDirectory / relativePath);
}
