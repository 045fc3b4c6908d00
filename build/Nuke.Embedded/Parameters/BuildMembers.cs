using System.Reflection;

namespace Nuke.Common.Parameters;

/// <summary>The members of a build: those of its classes, and those of its components that no class member stands for.</summary>
internal static class BuildMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<MemberInfo> All(Type build) => OfClasses(build).Concat(OfComponents(build));

    /// <summary>Properties of the type Target: of classes first, then of components; one for each name.</summary>
    /// <exception cref="InvalidOperationException">Components give different targets one name and the build does not say which.</exception>
    public static List<PropertyInfo> Targets(Type build)
    {
        var targets = OfClasses(build).OfType<PropertyInfo>().Where(x => x.PropertyType == typeof(Target)).ToList();
        var names = targets.Select(x => x.Name).ToHashSet(StringComparer.Ordinal);
        var byName = new Dictionary<string, PropertyInfo>(StringComparer.Ordinal);
        foreach (var component in build.GetInterfaces())
        {
            foreach (var property in component.GetProperties(Declared))
            {
                if (property.PropertyType != typeof(Target) || names.Contains(property.GetShortName()))
                    continue;
                var name = property.GetShortName();
                byName[name] = byName.TryGetValue(name, out var other) ? MostDerived(other, property) : property;
            }
        }

        targets.AddRange(byName.Values.Select(x => Implementation(x, build)));
        return targets;
    }

    private static IEnumerable<MemberInfo> OfClasses(Type build)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var type = build; type is not null && type != typeof(NukeBuild) && type != typeof(object); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(Declared))
            {
                if (!property.Name.Contains('.') && (type == build || property.GetMethod is { IsPrivate: false }) && seen.Add(property.Name))
                    yield return property;
            }

            foreach (var field in type.GetFields(Declared))
            {
                if (field.Name[0] != '<' && (type == build || !field.IsPrivate) && seen.Add(field.Name))
                    yield return field;
            }
        }
    }

    private static IEnumerable<MemberInfo> OfComponents(Type build)
    {
        foreach (var component in build.GetInterfaces())
        {
            if (component == typeof(INukeBuild))
                continue;
            foreach (var property in component.GetProperties(Declared))
            {
                if (build.GetProperty(property.Name) is null)
                    yield return Implementation(property, build);
            }
        }
    }

    // The class may stand in for a component's member without making it public: `Target ITest.Test => …`.
    private static PropertyInfo Implementation(PropertyInfo property, Type build) => build.GetProperty(
        $"{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}",
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? property;

    private static PropertyInfo MostDerived(PropertyInfo left, PropertyInfo right)
    {
        if (left.DeclaringType!.IsAssignableFrom(right.DeclaringType))
            return right;
        if (right.DeclaringType!.IsAssignableFrom(left.DeclaringType))
            return left;
        throw new InvalidOperationException(
            $"Target '{left.GetShortName()}' must be implemented explicitly because it is inherited from multiple interfaces: "
            + $"{left.DeclaringType.Name}, {right.DeclaringType.Name}");
    }
}
