using FinanceHub.Data.Storage;
using FinanceHub.Database.Grading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

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
        var fresh = Fresh.Of(migration.Up);
        var (operations, statements) = (new OperationRules(fresh, isPostgreSql), new StatementRules(fresh, isPostgreSql));
        foreach (var finding in migration.Up.SelectMany(operation => operation is SqlOperation sql ? statements.Judge(sql.Sql) : operations.Judge(operation)))
            yield return finding;
        if (!migration.Up.Any(operation => ChangesSchema(operation, fresh)))
            yield break;
        foreach (var operation in migration.Up)
        {
            if (operation is UpdateDataOperation update && !fresh.Tables.Contains(update.Table))
                yield return (LintRule.Backfill, update.Table);
            if (operation is SqlOperation { SuppressTransaction: false } sql && statements.IsBackfill(sql.Sql))
                yield return (LintRule.Backfill, SqlRules.Short(sql.Sql));
        }
    }

    // A table of the migration's own is locked for nobody.
    private static bool ChangesSchema(MigrationOperation operation, Fresh fresh) => operation switch
    {
        CreateTableOperation or SqlOperation or InsertDataOperation or UpdateDataOperation or DeleteDataOperation or EnsureSchemaOperation => false,
        CreateIndexOperation index => !fresh.Tables.Contains(index.Table),
        _ => true,
    };

    private static IEnumerable<(LintRule Rule, string Subject)> InDown(KnownMigration migration)
    {
        var missing = DownRules.NotTakenBack(migration.Up, migration.Down).ToList();
        if (migration.Down.Count == 0 && missing.Count > 0)
            return [(LintRule.DownMissing, "Down is empty")];
        var (tables, columns) = (migration.Up.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal), Fresh.Of(migration.Up));
        return
        [
            .. missing.Select(text => (LintRule.DownIncomplete, text)),
            .. migration.Down.OfType<DropTableOperation>().Where(table => !tables.Contains(table.Name) && !MadeBySql(migration.Up, table.Name)).Select(table => (LintRule.DownDestroys, table.Name)),
            .. migration.Down.OfType<DropColumnOperation>().Where(column => !columns.Has(column.Table, column.Name)).Select(column => (LintRule.DownDestroys, $"{column.Table}.{column.Name}")),
        ];
    }

    private static bool MadeBySql(IEnumerable<MigrationOperation> up, string name) => up.OfType<SqlOperation>().Any(sql => sql.Sql.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(LintRule Rule, string Subject)> Allowances(KnownMigration migration, List<LintFinding> found) =>
    [
        .. migration.Allowed.Where(allowance => string.IsNullOrWhiteSpace(allowance.Reason)).Select(allowance => (LintRule.NoReason, allowance.Rule)),
        .. migration.Allowed.Where(allowance => found.All(finding => finding.Rule != allowance.Rule)).Select(allowance => (LintRule.UnusedAllowance, allowance.Rule)),
    ];

    private static LintFinding Finding(KnownMigration migration, string direction, (LintRule Rule, string Subject) finding) =>
        new(migration.Id, direction, finding.Rule.Name, finding.Subject, finding.Rule.Danger, finding.Rule.Advice);
}
