using System.Reflection;
using FinanceHub.Delivery.CommandLine;
using Nuke.Common;

/// <summary>What a build can be told, read from its members before the engine exists.</summary>
internal static class BuildSurface
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static CommandLineModel Of(Type build)
    {
        var targets = new List<string>();
        var options = new Dictionary<string, OptionDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in Members(build))
        {
            if (member is PropertyInfo property && property.PropertyType == typeof(Target))
                targets.Add(ShortName(property));
            else if (member.IsDefined(typeof(ParameterAttribute)))
                Add(options, member);
        }

        return new CommandLineModel([.. targets.Distinct().Order(StringComparer.Ordinal)], [.. options.Values]);
    }

    private static IEnumerable<MemberInfo> Members(Type build)
    {
        for (var type = build; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var property in type.GetProperties(Declared))
                yield return property;
            foreach (var field in type.GetFields(Declared))
                yield return field;
        }

        foreach (var component in build.GetInterfaces())
        {
            foreach (var property in component.GetProperties(Declared))
                yield return property;
        }
    }

    private static void Add(Dictionary<string, OptionDefinition> options, MemberInfo member)
    {
        var parameter = member.GetCustomAttribute<ParameterAttribute>()!;
        var prefix = member.DeclaringType is { IsInterface: true } component ? component.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix : null;
        var name = prefix + (parameter.Name ?? ShortName(member));
        var type = member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
        var isOfEngine = member.DeclaringType == typeof(NukeBuild);
        options.TryAdd(name, new OptionDefinition(name, ParameterTypes.ArityOf(type), ParameterTypes.RuleOf(type))
        {
            Description = parameter.Description,
            Separator = parameter.Separator is [var separator] ? separator : null,
            IsSecret = member.IsDefined(typeof(SecretAttribute)),
            TakesTargets = isOfEngine && member.Name is nameof(NukeBuild.InvokedTargets) or nameof(NukeBuild.SkippedTargets),
            ValueIsOptional = isOfEngine && member.Name == nameof(NukeBuild.RootDirectory),
            IsResolvedByEngine = ParameterTypes.IsResolvedByEngine(type),
        });
    }

    // An explicit implementation carries the interface in its name.
    private static string ShortName(MemberInfo member) => member.Name[(member.Name.LastIndexOf('.') + 1)..];
}
