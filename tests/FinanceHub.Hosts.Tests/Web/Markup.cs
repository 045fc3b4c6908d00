using System.Text.RegularExpressions;

namespace FinanceHub.Hosts.Tests.Web;

/// <summary>What every page must keep to, found in its text.</summary>
internal static partial class Markup
{
    public static void ShouldBeSound(string html, string path)
    {
        html.ShouldContain("<html lang=\"en\"", customMessage: path);
        HeadingPattern().Count(html).ShouldBe(1, path);
        html.ShouldContain("<main id=\"main\"", customMessage: path);
        html.ShouldContain("<header", customMessage: path);
        html.ShouldContain("<nav", customMessage: path);
        html.ShouldContain("<footer>", customMessage: path);
        html.ShouldContain("href=\"#main\"", customMessage: path);
        StylePattern().Matches(html).ShouldBeEmpty(path);
        InlineScriptPattern().Matches(html).ShouldBeEmpty(path);
        HandlerPattern().Matches(html).ShouldBeEmpty(path);
        ForeignPattern().Matches(html).ShouldBeEmpty(path);
        html.ShouldNotContain("alert(1)</script>", customMessage: path);
        ShouldHaveUniqueIds(html, path);
        ShouldLabelEveryField(html, path);
        ShouldCaptionEveryTable(html, path);
        ShouldProtectEveryPost(html, path);
    }

    private static void ShouldHaveUniqueIds(string html, string path) =>
        IdPattern().Matches(html).GroupBy(match => match.Groups["id"].Value).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty(path);

    private static void ShouldLabelEveryField(string html, string path)
    {
        foreach (var field in FieldPattern().Matches(html).Select(match => match.Value).Where(field => !field.Contains("type=\"hidden\"", StringComparison.Ordinal)))
        {
            var id = IdPattern().Match(field).Groups["id"].Value;
            (field.Contains("aria-label=", StringComparison.Ordinal) || html.Contains($"for=\"{id}\"", StringComparison.Ordinal)).ShouldBeTrue($"{path}: {field}");
        }
    }

    private static void ShouldCaptionEveryTable(string html, string path)
    {
        foreach (var table in TablePattern().Matches(html).Select(match => match.Value))
        {
            table.ShouldContain("<caption", customMessage: path);
            table.ShouldContain("scope=\"col\"", customMessage: path);
            BareHeadPattern().Matches(table).ShouldBeEmpty(path);
        }
    }

    private static void ShouldProtectEveryPost(string html, string path)
    {
        foreach (var form in FormPattern().Matches(html).Select(match => match.Value).Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal)))
            form.ShouldContain("__RequestVerificationToken", customMessage: path);
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("<style|\\sstyle=", RegexOptions.IgnoreCase)]
    private static partial Regex StylePattern();

    [GeneratedRegex("<script(?![^>]*\\ssrc=\"/)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScriptPattern();

    [GeneratedRegex("<[^>]*\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex HandlerPattern();

    [GeneratedRegex("(?:href|src|action)=\"(?:[a-z]+:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignPattern();

    [GeneratedRegex("\\sid=\"(?<id>[^\"]*)\"")]
    private static partial Regex IdPattern();

    [GeneratedRegex("<(?:input|select|textarea)[^>]*>")]
    private static partial Regex FieldPattern();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex TablePattern();

    [GeneratedRegex("<th(?![a-z])(?![^>]*scope=)[^>]*>")]
    private static partial Regex BareHeadPattern();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormPattern();
}
