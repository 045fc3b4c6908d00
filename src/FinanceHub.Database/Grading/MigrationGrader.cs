using FinanceHub.Data.Storage;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>
/// Reads what a migration does, up and down, and says what a rollback would take. Fails closed: what is not understood is one-way.
/// </summary>
/// <remarks>
/// The rules are those of squawk and of expand and contract, said of EF's operations, which hold for all databases; squawk itself reads
/// only PostgreSQL's SQL, and only the way up.
/// </remarks>
internal static class MigrationGrader
{
    /// <summary>The grades of all migrations that a provider knows, oldest first. Needs no database.</summary>
    public static IReadOnlyList<MigrationGrade> Grade(IDatabaseProvider provider) =>
        [.. KnownMigration.Of(provider).Select(migration => Grade(migration.Id, migration.Up, migration.Down))];

    /// <summary>The grade of one migration.</summary>
    public static MigrationGrade Grade(string id, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
    {
        var fresh = Fresh.Of(up);
        var findings = up.SelectMany(operation => UpRules.Judge(operation, fresh)).ToList();
        var missing = DownRules.NotTakenBack(up, down).ToList();
        // Without a way down, what would need one is one-way.
        var verdict = findings.Select(finding => finding.Verdict).DefaultIfEmpty(MigrationVerdict.Safe).Max();
        if (verdict == MigrationVerdict.NeedsDown && missing.Count > 0)
        {
            verdict = MigrationVerdict.OneWay;
            findings.Add(new Finding(MigrationVerdict.OneWay, "Down does not take it back"));
        }

        return new MigrationGrade(
            id,
            verdict,
            [.. findings.Where(finding => finding.Verdict != MigrationVerdict.Safe).Select(finding => finding.Text)],
            [.. findings.Where(finding => finding.Verdict == MigrationVerdict.Safe).Select(finding => finding.Text), .. missing]);
    }
}

/// <summary>What an operation means; a warning where the verdict is safe.</summary>
internal sealed record Finding(MigrationVerdict Verdict, string Text);

/// <summary>What a migration makes itself: nobody uses it yet, so that whatever it does to it disturbs nobody.</summary>
internal sealed record Fresh(IReadOnlySet<string> Tables, IReadOnlySet<(string Table, string Column)> Columns)
{
    public static Fresh Of(IReadOnlyList<MigrationOperation> up) => new(
        up.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal),
        up.OfType<AddColumnOperation>().Select(column => (column.Table, column.Name)).ToHashSet());

    public bool Has(string table, params IEnumerable<string> columns) => Tables.Contains(table) || columns.Any(column => Columns.Contains((table, column)));
}
