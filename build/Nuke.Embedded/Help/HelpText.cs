using System.Text;
using Nuke.Common.Parameters;

namespace Nuke.Common.Help;

/// <summary>What <c>--help</c> prints: targets with what they depend on, and parameters.</summary>
internal static class HelpText
{
    private const int MinimumTargetWidth = 20;
    private const int MinimumParameterWidth = 16;

    public static string Of(INukeBuild build)
    {
        var text = new StringBuilder();
        WriteTargets(text, build);
        text.Append('\n');
        WriteParameters(text, build);
        return text.ToString().ReplaceLineEndings();
    }

    private static void WriteTargets(StringBuilder text, INukeBuild build)
    {
        var listed = build.ExecutableTargets.Where(x => x.Listed).ToList();
        var width = Math.Max(listed.Select(x => x.Name.Length).DefaultIfEmpty().Max(), MinimumTargetWidth);
        text.Append("Targets (with their direct dependencies):\n\n");
        foreach (var target in listed)
        {
            var name = (target.IsDefault ? target.Name + " (default)" : target.Name).PadRight(width);
            var dependencies = target.ExecutionDependencies.Count > 0
                ? " -> " + string.Join(", ", target.ExecutionDependencies.Select(x => x.Name))
                : string.Empty;
            Wrapping.Append(text, $"  {name}{dependencies}".TrimEnd(), indent: 6);
            if (!string.IsNullOrWhiteSpace(target.Description))
                Wrapping.Append(text, "    " + target.Description, indent: 4);
        }
    }

    private static void WriteParameters(StringBuilder text, INukeBuild build)
    {
        var defaults = string.Join(", ", build.ExecutableTargets.Where(x => x.IsDefault).Select(x => x.Name));
        var parameters = ParameterMembers.Of(build.GetType(), includeUnlisted: false);
        var width = Math.Max(parameters.Max(x => ParameterNames.Dashed(x.Name).Length), MinimumParameterWidth);
        text.Append("Parameters:\n\n");
        foreach (var parameter in parameters.Where(x => !x.IsOfEngine))
            WriteParameter(parameter);
        text.Append('\n');
        foreach (var parameter in parameters.Where(x => x.IsOfEngine))
            WriteParameter(parameter);

        void WriteParameter(ParameterMember parameter)
        {
            var description = parameter.Description?.Replace("{default_target}", defaults.Length > 0 ? defaults : "<none>", StringComparison.Ordinal);
            var name = ParameterNames.Dashed(parameter.Name).PadRight(width);
            Wrapping.Append(text, $"  --{name}   {(description is null ? "<no description>" : description + ".")}", indent: width + 7);
        }
    }
}
