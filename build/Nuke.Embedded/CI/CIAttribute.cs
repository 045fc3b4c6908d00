using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Injects the CI server that the build runs on; null elsewhere.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object? GetValue(MemberInfo member, object instance)
    {
        var type = (member as FieldInfo)?.FieldType ?? (member as PropertyInfo)?.PropertyType;
        return type?.IsInstanceOfType(Host.Instance) == true ? Host.Instance : null;
    }
}
