namespace FinanceHub.Worker.Configuration;

/// <summary>Checks times in options.</summary>
internal static class TimeLimits
{
    /// <summary>What is wrong with a time, one sentence; none if nothing is.</summary>
    public static IEnumerable<string> Faults(string section, string name, TimeSpan found, TimeSpan shortest, TimeSpan longest)
    {
        if (found < shortest || found > longest)
            yield return $"{section}:{name}: expected a time from {shortest:c} to {longest:c}, found {found:c}; set {section}__{name}.";
    }
}
