using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>What a rollback has to do to the schema; pure.</summary>
/// <param name="Verdict">The worst of <paramref name="Migrations"/>.</param>
/// <param name="Migrations">What the release gone to does not know, oldest first. If something of it must go, only that and what came after it: what is safe and came before stays, and what customers put into it.</param>
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

    /// <summary>One word for people, or why there is none.</summary>
    public string Name => Graded ? MigrationGrade.Name(Verdict) : "not known: no release that is here says";

    /// <summary>Compares the schemas that two releases expect.</summary>
    /// <param name="from">The release that is left; null if its files are gone.</param>
    /// <param name="to">The release that is gone to.</param>
    public static SchemaVerdict Of(ReleaseManifest? from, ReleaseManifest to)
    {
        if (from is null || string.CompareOrdinal(from.Migrations.Last, to.Migrations.Last) <= 0)
        {
            return Nothing;
        }

        if (from.Migrations.After(to.Migrations.Last) is not { } between)
        {
            return Unknown;
        }

        MigrationGrade[] undone = [.. between.SkipWhile(grade => grade.Verdict == MigrationVerdict.Safe)];
        return undone.Length == 0 ? new SchemaVerdict(MigrationVerdict.Safe, between, Graded: true)
            : Of(undone, from.ReleaseId, undone.Length == between.Count ? to.Migrations.Last : between[between.Count - undone.Length - 1].Id);
    }

    /// <summary>What a database has that a release does not know, oldest first.</summary>
    public static IReadOnlyList<string> Beyond(MigrationState state, ReleaseManifest to) =>
        [.. state.Applied.Where(migration => string.CompareOrdinal(migration, to.Migrations.Last) > 0)];

    /// <summary>What a database has that a release neither knows nor can live with, as far as any release says; also what lies between migrations that it knows.</summary>
    public static IReadOnlyList<MigrationGrade> Unlivable(MigrationState state, ReleaseManifest release, IReadOnlyList<ReleaseManifest> known) =>
    [
        .. state.Applied.Where(migration => !release.Migrations.Knows(migration))
            .Select(migration => known.Select(other => other.Migrations.GradeOf(migration)).FirstOrDefault(grade => grade is not null))
            .OfType<MigrationGrade>()
            .Where(grade => grade.Verdict != MigrationVerdict.Safe),
    ];

    /// <summary>Compares what a database has with the schema that a release expects.</summary>
    /// <param name="state">The database, as the release gone to sees it.</param>
    /// <param name="to">The release that is gone to.</param>
    /// <param name="known">Releases that may say what is beyond it, the best to ask first.</param>
    public static SchemaVerdict Of(MigrationState state, ReleaseManifest to, IReadOnlyList<ReleaseManifest> known)
    {
        var beyond = Beyond(state, to);
        MigrationGrade?[] grades = [.. beyond.Select(migration => known.Select(release => release.Migrations.GradeOf(migration)).FirstOrDefault(grade => grade is not null))];
        // What no release is left to tell of comes before: the release that served has lived with it.
        string[] undone = [.. beyond.SkipWhile((_, index) => grades[index] is null or { Verdict: MigrationVerdict.Safe })];
        var verdict = undone.Length > 0 ? TakenBack(state.Applied, undone, known)
            : grades.Contains(null) ? Unknown
            : new SchemaVerdict(MigrationVerdict.Safe, grades!, Graded: true);
        return verdict with { Lacks = state.Pending };
    }

    private static SchemaVerdict TakenBack(IReadOnlyList<string> applied, string[] undone, IReadOnlyList<ReleaseManifest> known)
    {
        var stays = applied.Count - undone.Length;
        return known.FirstOrDefault(release => undone.All(migration => release.Migrations.GradeOf(migration) is not null)) is { } owner
            ? Of([.. undone.Select(migration => owner.Migrations.GradeOf(migration)!)], owner.ReleaseId, stays == 0 ? null : applied[stays - 1])
            : Unknown;
    }

    private static SchemaVerdict Of(IReadOnlyList<MigrationGrade> undone, string owner, string? to) =>
        new(undone.Max(grade => grade.Verdict), undone, Graded: true, owner, to);
}
