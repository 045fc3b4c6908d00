namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    internal static bool IsRunningGitHubActions =>
        string.Equals(Environment.GetEnvironmentVariable("GITHUB_ACTIONS"), "true", StringComparison.OrdinalIgnoreCase);

    internal override bool SupportsColor => Logging.Colors.Allowed;

    internal override bool ShowsTime => false;

    internal override bool Collapses => true;

    protected internal override IDisposable WriteBlock(string text)
    {
        Group(text);
        return new Block(() => EndGroup(text));
    }

    protected internal override void ReportWarning(string text, string? details = null) => WriteWarning(text);

    protected internal override void ReportError(string text, string? details = null) => WriteError(text);
}
