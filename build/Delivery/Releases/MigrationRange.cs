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

    /// <summary>What going back over each takes; null in a release of a build that did not grade them yet.</summary>
    public IReadOnlyList<MigrationGrade>? Grades { get; init; }

    /// <summary>The range of an ordered list.</summary>
    public static MigrationRange Of(IReadOnlyList<string> migrations, IReadOnlyList<MigrationGrade>? grades = null) => migrations.Count == 0
        ? new MigrationRange { Count = 0 }
        : new MigrationRange { First = migrations[0], Last = migrations[^1], Count = migrations.Count, Grades = grades };

    /// <summary>The grade of a migration; null if the release does not know it, or does not say.</summary>
    public MigrationGrade? GradeOf(string migration) => Grades?.FirstOrDefault(grade => grade.Id == migration);

    /// <summary>Whether the release knows a migration; what is older than its first counts as merged into that.</summary>
    public bool Knows(string migration) => Grades?.Count == Count
        ? GradeOf(migration) is not null || string.CompareOrdinal(migration, First) < 0
        : string.CompareOrdinal(migration, Last) <= 0;

    /// <summary>The grades of the migrations after one; null if they were not graded.</summary>
    /// <param name="migration">An id; null for the empty schema.</param>
    public IReadOnlyList<MigrationGrade>? After(string? migration) =>
        Grades is null ? null : [.. Grades.Where(grade => string.CompareOrdinal(grade.Id, migration) > 0)];
}
