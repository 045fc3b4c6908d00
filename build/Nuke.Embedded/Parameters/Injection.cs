using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>Gives the members of a build their values.</summary>
internal static class Injection
{
    private static readonly string[] EngineMembers =
        [nameof(NukeBuild.Plan), nameof(NukeBuild.Help), nameof(NukeBuild.Continue), nameof(NukeBuild.NoLogo), nameof(NukeBuild.Partition)];

    private static readonly Dictionary<MemberInfo, object> Cache = [];

    /// <summary>The value of a component's member, which is no field and so cannot be set beforehand.</summary>
    public static T? TryGetValue<T>(LambdaExpression expression)
    {
        var member = expression.GetMember();
        if (!Cache.TryGetValue(member, out var value))
        {
            var instance = expression.GetTarget().NotNull($"'{expression.Body}' names no member of the build");
            value = AttributeOf(member, instance).NotNull($"'{member.Name}' has no attribute that gives it a value").TryGetValue(member, instance);
            if (value is not null)
                Cache[member] = value;
        }

        return (T?)value;
    }

    public static void InjectParameters(NukeBuild build)
    {
        foreach (var name in EngineMembers)
            Inject(build, typeof(NukeBuild).GetProperty(name)!);
        foreach (var member in Members(build.GetType()).Where(IsPlainParameter))
            Inject(build, member);
    }

    /// <summary>What is not a plain parameter: it may read files or ask git, so it comes after the plan is known.</summary>
    public static void InjectOthers(NukeBuild build, IEnumerable<LambdaExpression> requirements)
    {
        var required = requirements.Select(x => x.FindMember()?.Member).ToHashSet();
        foreach (var member in Members(build.GetType()))
        {
            if (!IsPlainParameter(member) && (!member.IsDefined(typeof(OnDemandAttribute)) || required.Contains(member)))
                Inject(build, member);
        }
    }

    /// <summary>Members with an attribute that gives them a value: base classes first, then by priority.</summary>
    public static IEnumerable<MemberInfo> Members(Type build) => BuildMembers.All(build)
        .Where(x => x.DeclaringType is { IsInterface: false } && x.IsDefined(typeof(ValueInjectionAttributeBase)))
        .OrderBy(x => Depth(x.DeclaringType!))
        .ThenByDescending(x => x.GetCustomAttribute<ValueInjectionAttributeBase>()!.Priority);

    private static bool IsPlainParameter(MemberInfo member) =>
        member.GetCustomAttribute<ValueInjectionAttributeBase>()!.GetType() == typeof(ParameterAttribute);

    private static void Inject(NukeBuild build, MemberInfo member)
    {
        var attribute = AttributeOf(member, build)!;
        if (attribute.TryGetValue(member, build) is not { } value)
            return;
        Assert.True(
            member.GetMemberType().IsInstanceOfType(value),
            $"Member '{member.Name}' must be of type '{value.GetType().Name}' to get its valued injected from '{attribute.GetType().Name}'");
        member.SetValue(build, value);
    }

    private static ValueInjectionAttributeBase? AttributeOf(MemberInfo member, object instance)
    {
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>();
        if (attribute is not null && instance is INukeBuild build)
            attribute.Build = build;
        return attribute;
    }

    private static int Depth(Type type)
    {
        var depth = 0;
        for (var current = type; current is not null; current = current.BaseType)
            depth++;
        return depth;
    }
}
