using FinanceHub.Delivery.Releases;

namespace FinanceHub.Delivery.Deployments;

/// <summary>What a rollback has to do to the schema; pure.</summary>
/// <param name="Verdict">The worst of the migrations that lie between the releases.</param>
/// <param name="Migrations">Those migrations, oldest first.</param>
/// <param name="Graded">Whether the release that is left says what its migrations mean.</param>
internal sealed record SchemaVerdict(MigrationVerdict Verdict, IReadOnlyList<MigrationGrade> Migrations, bool Graded)
{
    /// <summary>Compares the schemas that two releases expect.</summary>
    /// <param name="from">The release that is left; null if its files are gone.</param>
    /// <param name="to">The release that is gone to.</param>
    public static SchemaVerdict Of(ReleaseManifest? from, ReleaseManifest to)
    {
        if (from is null || string.CompareOrdinal(from.Migrations.Last, to.Migrations.Last) <= 0)
        {
            return new SchemaVerdict(MigrationVerdict.Safe, [], Graded: true);
        }

        var between = from.Migrations.After(to.Migrations.Last);
        return new SchemaVerdict(between?.Select(grade => grade.Verdict).DefaultIfEmpty().Max() ?? MigrationVerdict.Safe, between ?? [], between is not null);
    }

    /// <summary>Whether migrations have to be taken back.</summary>
    public bool NeedsDown => Verdict != MigrationVerdict.Safe;
}
