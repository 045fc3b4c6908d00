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
        var (ups, downs) = (Step.Of(up), Step.Of(down));
        var findings = ups.SelectMany(step => step.Statement is { } statement ? SqlRules.Judge(statement, step.Fresh) : UpRules.Judge(step.Operation, step.Fresh)).ToList();
        var missing = DownRules.NotTakenBack(up, down).ToList();
        var harm = DownDestruction.Find(ups, downs).Select(subject => $"Down removes what Up did not make: {subject}")
            .Concat(downs.Where(step => step.Statement is { IsUnreadable: true }).Select(step => $"Down runs a block of SQL that the grader does not read: {step.Statement!.Short}"))
            .ToList();
        // Without a way down that does no harm, what would need one is one-way.
        var verdict = findings.Select(finding => finding.Verdict).DefaultIfEmpty(MigrationVerdict.Safe).Max();
        if (verdict == MigrationVerdict.NeedsDown && missing.Count + harm.Count > 0)
        {
            verdict = MigrationVerdict.OneWay;
            findings.Add(new Finding(MigrationVerdict.OneWay, missing.Count > 0 ? "Down does not take it back" : "Down does harm"));
        }

        return new MigrationGrade(
            id,
            verdict,
            [.. findings.Where(finding => finding.Verdict != MigrationVerdict.Safe).Select(finding => finding.Text)],
            [.. findings.Where(finding => finding.Verdict == MigrationVerdict.Safe).Select(finding => finding.Text), .. missing, .. harm]);
    }
}

/// <summary>What an operation means; a warning where the verdict is safe.</summary>
internal sealed record Finding(MigrationVerdict Verdict, string Text);
