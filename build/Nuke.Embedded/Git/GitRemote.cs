using System.Text.RegularExpressions;

namespace Nuke.Common.Git;

/// <summary>The address of a remote repository, taken apart; credentials in it are dropped.</summary>
internal sealed partial record GitRemote(GitProtocol Protocol, string Endpoint, string Identifier)
{
    /// <summary>Null where the address is that of a directory.</summary>
    public static GitRemote? TryParse(string url)
    {
        var match = Url().Match(url.Trim());
        if (!match.Success || url.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return null;

        var isHttp = match.Groups["scheme"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase);
        return new GitRemote(
            isHttp ? GitProtocol.Https : GitProtocol.Ssh,
            match.Groups["endpoint"].Value,
            match.Groups["identifier"].Value);
    }

    [GeneratedRegex(
        @"\A((?<scheme>\w+)://)?([^@/]*@)?(?<endpoint>[^/:@\s.][^/:@\s]+)(:\d+(?=/))?[/:]/?(?<identifier>.+?)/?(\.git)?/?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Url();
}
