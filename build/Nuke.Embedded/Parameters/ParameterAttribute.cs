using System.Reflection;
using Nuke.Common.Parameters;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// A value from outside: <c>--name value</c> on the command line, else the environment variable, else the parameters files.
/// </summary>
public class ParameterAttribute(string? description = null) : ValueInjectionAttributeBase
{
    /// <summary>What help says of the parameter.</summary>
    public virtual string? Description { get; } = description;

    /// <summary>The name, if it is not the member's.</summary>
    public string? Name { get; set; }

    /// <summary>The character that splits one value into several.</summary>
    public string? Separator { get; set; }

    /// <summary>Whether help lists the parameter.</summary>
    public virtual bool List { get; set; } = true;

    /// <summary>The type of the member that lists the possible values, if it is not the build.</summary>
    public Type? ValueProviderType { get; set; }

    /// <summary>The member that lists the possible values.</summary>
    public string? ValueProviderMember { get; set; }

    /// <exception cref="ArgumentException">The value does not convert.</exception>
    public override object? GetValue(MemberInfo member, object instance)
    {
        ArgumentNullException.ThrowIfNull(member);
        return ParameterService.GetParameter(member, this, ValueConversion.NullableOf(member.GetMemberType()));
    }

    /// <summary>The possible values and their texts; null where they are not limited here.</summary>
    public virtual IEnumerable<(string, object)>? GetValueSet(MemberInfo member, object instance) => null;
}
