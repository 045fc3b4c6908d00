using System.Text.Json;

namespace FinanceHub.Delivery.Environments;

/// <summary>How a new release gets the traffic, and how it is watched meanwhile.</summary>
public sealed record DeliveryStrategy
{
    private static readonly IReadOnlyList<CanaryStep> DefaultSteps =
        [new(10, TimeSpan.FromSeconds(10)), new(25, TimeSpan.FromSeconds(10)), new(50, TimeSpan.FromSeconds(10))];

    /// <summary>Default: all at once.</summary>
    public StrategyKind Kind { get; init; } = StrategyKind.AllAtOnce;

    /// <summary>The steps of a canary, with rising weights. Default: 10, 25 and 50 percent, 10 s each.</summary>
    public IReadOnlyList<CanaryStep> Steps { get; init; } = DefaultSteps;

    /// <summary>What each linear step adds, in percent, 1 to 99. Default: 20.</summary>
    public int Increment { get; init; } = 20;

    /// <summary>How long each linear step lasts. Default: 5 s.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How the release is watched.</summary>
    public BakeLimits Bake { get; init; } = new();

    /// <summary>The shares that a new release gets before it gets everything; none if it gets that at once.</summary>
    public IReadOnlyList<CanaryStep> Shifts => Kind switch
    {
        StrategyKind.Canary => Steps,
        StrategyKind.Linear => [.. Enumerable.Range(1, 99).Select(step => step * Increment).TakeWhile(weight => weight < 100).Select(weight => new CanaryStep(weight, Interval))],
        _ => [],
    };

    /// <summary>As it is written in files and on the command line.</summary>
    public string Name => NameOf(Kind);

    /// <summary>The names that there are.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<StrategyKind>().Select(NameOf)];

    /// <summary>The kind of that name; null if there is none.</summary>
    public static StrategyKind? Parse(string name) => Enum.GetValues<StrategyKind>().Where(kind => NameOf(kind) == name).Select(kind => (StrategyKind?)kind).FirstOrDefault();

    private static string NameOf(StrategyKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
