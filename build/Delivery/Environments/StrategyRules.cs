namespace FinanceHub.Delivery.Environments;

/// <summary>What a strategy must say to make sense.</summary>
internal static class StrategyRules
{
    private const int FewestRequests = 20;
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Every fault, one sentence each.</summary>
    public static IEnumerable<string> Faults(DeliveryStrategy strategy) => [.. FaultsOfSteps(strategy), .. FaultsOfBake(strategy.Bake)];

    private static IEnumerable<string> FaultsOfSteps(DeliveryStrategy strategy)
    {
        if (strategy.Steps.Count == 0)
        {
            yield return "strategy.steps is empty, expected at least one step such as { \"weight\": 10, \"pause\": \"00:01:00\" }";
        }

        for (var index = 0; index < strategy.Steps.Count; index++)
        {
            var step = strategy.Steps[index];
            if (step.Weight is < 1 or > 99)
            {
                yield return $"strategy.steps[{index}].weight is {step.Weight}, expected 1 to 99 percent (the whole traffic follows the last step by itself)";
            }

            if (index > 0 && step.Weight <= strategy.Steps[index - 1].Weight)
            {
                yield return $"strategy.steps[{index}].weight is {step.Weight}, expected more than the {strategy.Steps[index - 1].Weight} of the step before";
            }

            if (!IsPause(step.Pause))
            {
                yield return $"strategy.steps[{index}].pause is {step.Pause}, expected more than 0 and at most 24 hours";
            }
        }

        if (strategy.Increment is < 1 or > 99)
        {
            yield return $"strategy.increment is {strategy.Increment}, expected 1 to 99 percent";
        }

        if (!IsPause(strategy.Interval))
        {
            yield return $"strategy.interval is {strategy.Interval}, expected more than 0 and at most 24 hours";
        }
    }

    private static IEnumerable<string> FaultsOfBake(BakeLimits bake)
    {
        if (bake.Duration < TimeSpan.Zero || bake.Duration > LongestPause)
        {
            yield return $"strategy.bake.duration is {bake.Duration}, expected 0 (no bake) to 24 hours";
        }

        if (bake.MinimumRequests < FewestRequests)
        {
            yield return $"strategy.bake.minimumRequests is {bake.MinimumRequests}, expected {FewestRequests} or more: fewer tell nothing about one in twenty";
        }

        if (!(bake.MaximumErrorRateIncrease is >= 0 and < 1))
        {
            yield return FormattableString.Invariant($"strategy.bake.maximumErrorRateIncrease is {bake.MaximumErrorRateIncrease}, expected 0 to less than 1 (0.01 is one percentage point)");
        }

        if (!(bake.MaximumLatencyFactor is > 1 and <= 1000))
        {
            yield return FormattableString.Invariant($"strategy.bake.maximumLatencyFactor is {bake.MaximumLatencyFactor}, expected more than 1 and at most 1000");
        }

        if (bake.MinimumLatencyIncrease < TimeSpan.Zero || bake.MinimumLatencyIncrease > TimeSpan.FromMinutes(1))
        {
            yield return $"strategy.bake.minimumLatencyIncrease is {bake.MinimumLatencyIncrease}, expected 0 to 00:01:00";
        }
    }

    private static bool IsPause(TimeSpan time) => time > TimeSpan.Zero && time <= LongestPause;
}
