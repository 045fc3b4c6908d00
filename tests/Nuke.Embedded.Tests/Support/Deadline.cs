using System.Diagnostics;

namespace Nuke.Embedded.Tests.Support;

internal static class Deadline
{
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(5);

    /// <summary>Looks until the condition holds; a test that waits in vain fails.</summary>
    public static async Task Until(Func<bool> condition, string what)
    {
        var elapsed = Stopwatch.StartNew();
        while (!condition())
        {
            elapsed.Elapsed.ShouldBeLessThan(limit, what);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        }
    }
}
