using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Deployments;

/// <summary>
/// Keeps what no commit has out of every environment but the developer's own: nobody could build it again, review it or say what it was.
/// </summary>
internal static class CommittedSources
{
    private const int PathsShown = 3;

    /// <summary>Before a release is built of them.</summary>
    /// <exception cref="DeliveryFailure">The working tree has changes, and the environment does not take them: <see cref="ExitCode.DirtyTree"/>.</exception>
    public static void RequireTree(DeliveryContext context)
    {
        if (context.Environment.TakesUncommitted || context.Sources is null)
        {
            return;
        }

        var changes = new GitWorkingTree(context.Sources).Changes();
        if (changes.Count > 0)
        {
            var shown = string.Join(", ", changes.Take(PathsShown)) + (changes.Count > PathsShown ? $" and {changes.Count - PathsShown} more" : "");
            throw Refusal(context, $"the working tree has changes that are not committed: {shown}");
        }
    }

    /// <summary>Before a release that was built earlier, here or elsewhere, is put into service.</summary>
    /// <exception cref="DeliveryFailure">It was built of changes that no commit has, and the environment does not take them: <see cref="ExitCode.DirtyTree"/>.</exception>
    public static void RequireRelease(DeliveryContext context, ReleaseManifest release)
    {
        if (release.Dirty && !context.Environment.TakesUncommitted)
        {
            throw Refusal(context, $"the release {release.ReleaseId} is {release.Version}, built of changes that are not in its commit {release.Commit[..Math.Min(8, release.Commit.Length)]}");
        }
    }

    private static DeliveryFailure Refusal(DeliveryContext context, string what)
    {
        var name = context.Environment.Name;
        return new DeliveryFailure(ExitCode.DirtyTree,
            $"'{name}' was left as it is: {what}. Expected: a release of exactly one commit. Commit the changes (git add -A && git commit) or set them aside (git stash --include-untracked), then: ./build.sh Deploy --env {name}");
    }
}
