using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>What a rollback has to do to the schema; pure.</summary>
/// <param name="Verdict">The worst of the migrations that the release gone to does not know.</param>
/// <param name="Migrations">Those migrations, oldest first.</param>
/// <param name="Graded">Whether any release says what they mean.</param>
/// <param name="Owner">The release that says so, and whose tool takes them back; null if nothing has to be asked.</param>
internal sealed record SchemaVerdict(MigrationVerdict Verdict, IReadOnlyList<MigrationGrade> Migrations, bool Graded, string? Owner = null)
{
    private static SchemaVerdict Nothing { get; } = new(MigrationVerdict.Safe, [], Graded: true);

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

        return from.Migrations.After(to.Migrations.Last) is { } between
            ? Of(between, from.ReleaseId)
            : new SchemaVerdict(MigrationVerdict.Safe, [], Graded: false);
    }

    /// <summary>Compares what a database has with the schema that a release expects.</summary>
    /// <param name="state">The database, as the release gone to sees it.</param>
    /// <param name="to">The release that is gone to.</param>
    /// <param name="known">Releases that may say what is beyond it, the first that knows all of it does.</param>
    public static SchemaVerdict Of(MigrationState state, ReleaseManifest to, IEnumerable<ReleaseManifest> known)
    {
        string[] beyond = [.. state.Applied.Where(migration => string.CompareOrdinal(migration, to.Migrations.Last) > 0)];
        var verdict = beyond.Length == 0 ? Nothing
            : known.FirstOrDefault(release => beyond.All(migration => release.Migrations.GradeOf(migration) is not null)) is { } owner
                ? Of([.. beyond.Select(migration => owner.Migrations.GradeOf(migration)!)], owner.ReleaseId)
                : new SchemaVerdict(MigrationVerdict.Safe, [], Graded: false);
        return verdict with { Lacks = state.Pending };
    }

    private static SchemaVerdict Of(IReadOnlyList<MigrationGrade> between, string owner) =>
        new(between.Select(grade => grade.Verdict).DefaultIfEmpty().Max(), between, Graded: true, owner);
}
