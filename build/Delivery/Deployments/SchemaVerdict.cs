using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>What a rollback has to do to the schema; pure.</summary>
/// <param name="Verdict">The worst of <paramref name="Migrations"/>.</param>
/// <param name="Migrations">What the release gone to does not know, oldest first; if not all of it can be taken back, what must be.</param>
/// <param name="Graded">Whether any release says what they mean, and how they are taken back.</param>
/// <param name="Owner">The release that says so, and whose tool takes them back; null if none has to.</param>
/// <param name="To">The migration that stays as the newest when they are taken back; null for none.</param>
internal sealed record SchemaVerdict(MigrationVerdict Verdict, IReadOnlyList<MigrationGrade> Migrations, bool Graded, string? Owner = null, string? To = null)
{
    private static readonly SchemaVerdict Nothing = new(MigrationVerdict.Safe, [], Graded: true);

    // The schema is left as it is, and whether the release lives with it is found out before it gets any traffic.
    private static readonly SchemaVerdict Unknown = new(MigrationVerdict.Safe, [], Graded: false);

    /// <summary>What the release that is gone to expects and the database lacks: a rollback applies nothing.</summary>
    public IReadOnlyList<string> Lacks { get; private init; } = [];

    /// <summary>Whether migrations have to be taken back.</summary>
    public bool NeedsDown => Verdict != MigrationVerdict.Safe;

    /// <summary>Compares the schemas that two releases expect.</summary>
    /// <param name="from">The release that is left; null if its files are gone.</param>
    /// <param name="to">The release that is gone to.</param>
    public static SchemaVerdict Of(ReleaseManifest? from, ReleaseManifest to)
    {
        if (from is null || string.CompareOrdinal(from.Migrations.Last, to.Migrations.Last) <= 0)
        {
            return Nothing;
        }

        return from.Migrations.After(to.Migrations.Last) is { } between ? Of(between, from, to.Migrations.Last) : Unknown;
    }

    /// <summary>Compares what a database has with the schema that a release expects.</summary>
    /// <param name="state">The database, as the release gone to sees it.</param>
    /// <param name="to">The release that is gone to.</param>
    /// <param name="known">Releases that may say what is beyond it, the best to ask first.</param>
    public static SchemaVerdict Of(MigrationState state, ReleaseManifest to, IReadOnlyList<ReleaseManifest> known) =>
        Beyond(state.Applied, to.Migrations.Last, known) with { Lacks = state.Pending };

    private static SchemaVerdict Beyond(IReadOnlyList<string> applied, string? last, IReadOnlyList<ReleaseManifest> known)
    {
        string[] beyond = [.. applied.Where(migration => string.CompareOrdinal(migration, last) > 0)];
        if (beyond.Length == 0)
        {
            return Nothing;
        }

        if (OwnerOf(beyond, known) is { } all)
        {
            return Of([.. beyond.Select(migration => all.Migrations.GradeOf(migration)!)], all, last);
        }

        // No release knows all of them, as when a deploy that failed left a safe one that the next release was made without. Then what comes before the
        // first that must go stays, and so does what no release is left to tell of: the release that serves has lived with it.
        MigrationGrade?[] grades = [.. beyond.Select(migration => known.Select(release => release.Migrations.GradeOf(migration)).FirstOrDefault(grade => grade is not null))];
        string[] undone = [.. beyond.SkipWhile((_, index) => grades[index] is null or { Verdict: MigrationVerdict.Safe })];
        return undone.Length == 0 ? grades.Contains(null) ? Unknown : new SchemaVerdict(MigrationVerdict.Safe, grades!, Graded: true)
            : OwnerOf(undone, known) is { } some ? Of([.. undone.Select(migration => some.Migrations.GradeOf(migration)!)], some, applied[applied.Count - undone.Length - 1])
            : Unknown;
    }

    private static ReleaseManifest? OwnerOf(string[] migrations, IReadOnlyList<ReleaseManifest> known) =>
        known.FirstOrDefault(release => migrations.All(migration => release.Migrations.GradeOf(migration) is not null));

    private static SchemaVerdict Of(IReadOnlyList<MigrationGrade> between, ReleaseManifest owner, string? to) =>
        new(between.Select(grade => grade.Verdict).DefaultIfEmpty().Max(), between, Graded: true, owner.ReleaseId, to);
}
