using System.Reflection;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Parameters;

/// <summary>A member that is a parameter.</summary>
internal sealed record ParameterMember(MemberInfo Member, ParameterAttribute Attribute)
{
    public string Name { get; } = ParameterNames.Of(Member, Attribute);

    public Type Type => Member.GetMemberType();

    public string? Description => Attribute.Description?.TrimEnd('.');

    public bool IsOfEngine => Member.DeclaringType == typeof(NukeBuild);
}

/// <summary>The parameters of a build.</summary>
internal static class ParameterMembers
{
    private static readonly string[] EngineMembers =
    [
        nameof(NukeBuild.Continue), nameof(NukeBuild.Help), nameof(NukeBuild.Host), nameof(NukeBuild.InvokedTargets),
        nameof(NukeBuild.LoadedLocalProfiles), nameof(NukeBuild.NoLogo), nameof(NukeBuild.Partition), nameof(NukeBuild.Plan),
        nameof(NukeBuild.RootDirectory), nameof(NukeBuild.SkippedTargets), nameof(NukeBuild.Verbosity),
    ];

    /// <summary>All of them, by name: the build's and the engine's.</summary>
    public static List<ParameterMember> Of(Type build, bool includeUnlisted)
    {
        var engine = EngineMembers.Select(x => (MemberInfo)typeof(NukeBuild).GetProperty(x)!);
        return BuildMembers.All(build).Concat(engine)
            .Where(x => x.IsDefined(typeof(ParameterAttribute)))
            .Select(x => new ParameterMember(x, x.GetCustomAttribute<ParameterAttribute>()!))
            .Where(x => includeUnlisted || x.Attribute.List)
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>The texts that the parameter takes, sorted; null where they are not limited.</summary>
    public static List<string>? GetValueSet(this ParameterMember parameter, object instance)
    {
        try
        {
            var values = parameter.Attribute.GetValueSet(parameter.Member, instance)?.Select(x => x.Item1)
                ?? FromProvider(parameter, instance)
                ?? FromType(ValueConversion.ScalarOf(parameter.Type));
            return values?.Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception exception)
        {
            Log.Warning(exception.Unwrap(), "Could not resolve value-set for {Parameter}", parameter.Name);
            return null;
        }
    }

    private static IEnumerable<string>? FromProvider(ParameterMember parameter, object instance)
    {
        if (parameter.Attribute.ValueProviderMember is not { } name)
            return null;
        var type = parameter.Attribute.ValueProviderType ?? instance.GetType();
        const BindingFlags Any =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
        var provider = type.GetMember(name, Any).SingleOrDefault().NotNull($"No single provider '{type.Name}.{name}' found");
        return (provider.GetValue(instance) as IEnumerable<string>)
            .NotNull($"Value provider '{name}' must be of type 'IEnumerable<string>'");
    }

    private static IEnumerable<string>? FromType(Type scalar)
    {
        if (scalar.IsEnum)
            return scalar.GetEnumNames();
        return scalar.IsSubclassOf(typeof(Enumeration))
            ? scalar.GetFields(BindingFlags.Public | BindingFlags.Static).Select(x => x.Name)
            : null;
    }
}
