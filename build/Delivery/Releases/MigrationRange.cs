namespace FinanceHub.Delivery.Releases;

/// <summary>The database migrations that a release knows.</summary>
public sealed record MigrationRange
{
    /// <summary>The oldest; null if there are none.</summary>
    public string? First { get; init; }

    /// <summary>The newest: the schema that the release expects.</summary>
    public string? Last { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>The range of an ordered list.</summary>
    public static MigrationRange Of(IReadOnlyList<string> migrations) => migrations.Count == 0
        ? new MigrationRange { Count = 0 }
        : new MigrationRange { First = migrations[0], Last = migrations[^1], Count = migrations.Count };
}
