using System.Reflection;
using System.Text;

namespace Nuke.Common.Parameters;

/// <summary>What a parameter is called.</summary>
internal static class ParameterNames
{
    public const string Root = "Root";
    public const string Target = "Target";
    public const string Skip = "Skip";
    public const string Profile = "Profile";
    public const string TargetsSeparator = "+";

    // Written as one word on the command line.
    private static readonly string[] KnownWords =
        ["DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath", "JetBrains"];

    public static string Of(MemberInfo member, ParameterAttribute? attribute = null)
    {
        var prefix = member.DeclaringType is { IsInterface: true } component
            ? component.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix
            : null;
        return prefix + ((attribute ?? member.GetCustomAttribute<ParameterAttribute>())?.Name ?? member.GetShortName());
    }

    public static string DashedOf(MemberInfo member) => Dashed(Of(member));

    /// <summary><c>ApiKey</c> is <c>api-key</c>.</summary>
    public static string Dashed(string name)
    {
        var dashed = new StringBuilder(name.Length + 4);
        var i = 0;
        while (i < name.Length)
        {
            var word = WordAt(name, i);
            if (dashed.Length > 0 && dashed[^1] != '-')
                dashed.Append('-');
            dashed.Append(word.ToLowerInvariant());
            i += word.Length;
        }

        return dashed.ToString();
    }

    private static string WordAt(string name, int start)
    {
        foreach (var known in KnownWords)
        {
            if (string.CompareOrdinal(name, start, known, 0, known.Length) == 0)
                return known;
        }

        var end = start + 1;
        while (end < name.Length && !StartsWord(name, end))
            end++;
        return name[start..end];
    }

    // In "HTMLReport" the R starts a word, the letters before it do not.
    private static bool StartsWord(string name, int i) => char.IsUpper(name[i])
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
