using FinanceHub.Data.Storage;
using FinanceHub.Database.Grading;
using FinanceHub.Database.Sql;

namespace FinanceHub.Database.Linting;

/// <summary>Holds migrations, the way up and the way down, to the practice that lets the release before go on while they are applied. The grade says what a rollback takes; this says what should not have been written.</summary>
internal static class MigrationLinter
{
    private const string Up = "Up";
    private const string Down = "Down";

    /// <summary>The findings in all migrations of a provider, oldest first, allowed ones too. Needs no database.</summary>
    public static IReadOnlyList<LintFinding> Lint(IDatabaseProvider provider) =>
        [.. KnownMigration.Of(provider).SelectMany(migration => Lint(migration, isPostgreSql: provider.Name == "PostgreSql"))];

    /// <summary>The findings in one migration.</summary>
    public static IReadOnlyList<LintFinding> Lint(KnownMigration migration, bool isPostgreSql)
    {
        var found = InUp(migration, isPostgreSql).Select(finding => Finding(migration, Up, finding))
            .Concat(InDown(migration).Select(finding => Finding(migration, Down, finding)))
            .Select(finding => finding with { Allowed = migration.Allowed.FirstOrDefault(allowance => allowance.Rule == finding.Rule && !string.IsNullOrWhiteSpace(allowance.Reason))?.Reason })
            .ToList();
        return [.. found, .. Allowances(migration, found).Select(finding => Finding(migration, Up, finding))];
    }

    private static IEnumerable<(LintRule Rule, string Subject)> InUp(KnownMigration migration, bool isPostgreSql)
    {
        var (operations, statements) = (new OperationRules(isPostgreSql), new StatementRules(isPostgreSql));
        var steps = Step.Of(migration.Up);
        return steps
            .SelectMany(step => step.Statement is { } statement ? statements.Judge(statement, step.Fresh) : operations.Judge(step.Operation, step.Fresh))
            .Concat(BackfillRule.Judge(steps));
    }

    private static IEnumerable<(LintRule Rule, string Subject)> InDown(KnownMigration migration)
    {
        var missing = DownRules.NotTakenBack(migration.Up, migration.Down).ToList();
        if (migration.Down.Count == 0 && missing.Count > 0)
            return [(LintRule.DownMissing, "Down is empty")];
        var down = Step.Of(migration.Down);
        return
        [
            .. missing.Select(text => (LintRule.DownIncomplete, text)),
            .. DownDestruction.Find(Step.Of(migration.Up), down).Select(subject => (LintRule.DownDestroys, subject)),
            .. down.Select(step => step.Statement).OfType<SqlStatement>().Where(statement => statement.IsUnreadable).Select(statement => (LintRule.Unreadable, statement.Short)),
        ];
    }

    private static IEnumerable<(LintRule Rule, string Subject)> Allowances(KnownMigration migration, List<LintFinding> found) =>
    [
        .. migration.Allowed.Where(allowance => string.IsNullOrWhiteSpace(allowance.Reason)).Select(allowance => (LintRule.NoReason, allowance.Rule)),
        .. migration.Allowed.Where(allowance => found.All(finding => finding.Rule != allowance.Rule)).Select(allowance => (LintRule.UnusedAllowance, allowance.Rule)),
    ];

    private static LintFinding Finding(KnownMigration migration, string direction, (LintRule Rule, string Subject) finding) =>
        new(migration.Id, direction, finding.Rule.Name, finding.Subject, finding.Rule.Danger, finding.Rule.Advice);
}
