namespace FinanceHub.Domain.Activities;

/// <summary>The names that clients and files use: BUY, SELL, DIVIDEND and so on.</summary>
public static class ActivityTypeNames
{
    private static readonly Dictionary<ActivityType, string> Names =
        Enum.GetValues<ActivityType>().ToDictionary(type => type, type => type == ActivityType.ReturnOfCapital ? "RETURN_OF_CAPITAL" : type.ToString().ToUpperInvariant());

    private static readonly Dictionary<string, ActivityType> Types =
        Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, in the order of the types.</summary>
    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary>The name of a type.</summary>
    public static string Of(ActivityType type) => Names[type];

    /// <summary>The type of a name in any case; null if there is none.</summary>
    public static ActivityType? Find(string? name) => name is not null && Types.TryGetValue(name, out var type) ? type : null;
}
