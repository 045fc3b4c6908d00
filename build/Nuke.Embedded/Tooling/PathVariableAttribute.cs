using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>
/// Injects a program to call: the one that <c>NAME_EXE</c> names, else the one on the PATH; the name is that of the
/// member, if none is given.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class PathVariableAttribute(string? pathExecutable = null) : ValueInjectionAttributeBase
{
    /// <exception cref="ArgumentException">There is no such program.</exception>
    public override object? GetValue(MemberInfo member, object instance)
    {
        var name = pathExecutable ?? member.Name.ToLowerInvariant();
        return ToolResolver.TryGetEnvironmentTool(name) ?? ToolResolver.GetPathTool(name);
    }
}
