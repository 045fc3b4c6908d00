using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Nuke.Common.Parameters;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives a member its value before the build starts.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
[SuppressMessage("Naming", "CA1710", Justification = "The name is given by the API.")]
[SuppressMessage("Performance", "CA1822", Justification = "The signatures are given by the API.")]
public abstract class ValueInjectionAttributeBase : Attribute
{
    public INukeBuild Build { get; internal set; } = null!;

    /// <summary>The higher is injected first.</summary>
    public virtual int Priority => 0;

    /// <summary>Whether a failure stays silent.</summary>
    public virtual bool SuppressWarnings => false;

    /// <summary>The value; a failure is a warning, and null.</summary>
    public object? TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception)
        {
            if (!SuppressWarnings && !member.IsDefined(typeof(OptionalAttribute)))
                Log.Warning(exception.Unwrap(), "Could not inject value for {Member}", $"{member.DeclaringType?.Name}.{member.Name}");
            return null;
        }
    }

    /// <summary>The value; null for none.</summary>
    public abstract object? GetValue(MemberInfo member, object instance);

    /// <summary>The value of another member of the build.</summary>
    /// <exception cref="ArgumentException">There is no such member, or it has another type.</exception>
    protected T? GetMemberValue<T>(string memberName, object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var type = instance.GetType();
        var member = BuildMembers.All(type).FirstOrDefault(x => x.GetShortName() == memberName)
            .NotNull($"No member '{memberName}' found in '{type.Name}'");
        Assert.True(typeof(T).IsAssignableFrom(member.GetMemberType()), $"Member '{type.Name}.{member.Name}' must be of type '{typeof(T).Name}'");
        return (T?)member.GetValue(instance);
    }

    /// <summary>The value of another member of the build; the default where no member is named.</summary>
    protected T? GetMemberValueOrNull<T>(string? memberName, object instance) =>
        memberName is null ? default : GetMemberValue<T>(memberName, instance);
}
