namespace FinanceHub.Worker.Jobs;

/// <summary>How long to wait after a failure: twice as long each time.</summary>
internal static class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="first">The wait after the first failure.</param>
    /// <param name="failures">How often it failed; 1 or more.</param>
    public static TimeSpan After(TimeSpan first, int failures)
    {
        var wait = first.TotalSeconds * Math.Pow(2, Math.Min(failures, 32) - 1);
        return wait < Longest.TotalSeconds ? TimeSpan.FromSeconds(wait) : Longest;
    }
}
