using System.Text.RegularExpressions;
using FinanceHub.Database.Grading;

namespace FinanceHub.Database.Linting;

/// <summary>Which rules hand-written SQL of Up breaks; the same ones as <see cref="OperationRules"/>.</summary>
/// <param name="fresh">What the migration makes itself.</param>
/// <param name="isPostgreSql">Whether the rules about PostgreSQL's locks apply.</param>
internal sealed partial class StatementRules(Fresh fresh, bool isPostgreSql)
{
    public IEnumerable<(LintRule Rule, string Subject)> Judge(string sql)
    {
        if (SqlRules.HasBlock(sql))
            return [(LintRule.Unreadable, "$$")];
        var (statements, isFresh) = SqlRules.Read(sql, fresh);
        return statements.Where(statement => !isFresh(statement)).SelectMany(Judged);
    }

    /// <summary>Whether SQL changes rows that were there before.</summary>
    public bool IsBackfill(string sql)
    {
        var (statements, isFresh) = SqlRules.Read(sql, fresh);
        return !SqlRules.HasBlock(sql) && statements.Any(statement => Rows().IsMatch(statement) && !isFresh(statement));
    }

    private IEnumerable<(LintRule Rule, string Subject)> Judged(string statement)
    {
        var subject = SqlRules.Short(statement);
        foreach (var (rule, pattern) in Everywhere)
        {
            if (pattern.IsMatch(statement))
                yield return (rule, subject);
        }

        if (AddsColumn().IsMatch(statement) && Required().IsMatch(statement) && !Default().IsMatch(statement))
            yield return (LintRule.RequiredColumn, subject);
        if (!isPostgreSql)
            yield break;
        if (AddsColumn().IsMatch(statement) && Default().IsMatch(statement) && OperationRules.Volatile().IsMatch(statement))
            yield return (LintRule.VolatileDefault, subject);
        if (AddsKey().IsMatch(statement) && !NotValid().IsMatch(statement))
            yield return (LintRule.ForeignKey, subject);
        if (CreatesIndex().IsMatch(statement) && !Concurrently().IsMatch(statement))
            yield return (LintRule.Index, subject);
    }

    private static (LintRule Rule, Regex Pattern)[] Everywhere { get; } =
    [
        (LintRule.DropColumn, DropsColumn()), (LintRule.DropTable, DropsTable()), (LintRule.DropNotNull, DropsNotNull()), (LintRule.RenameTable, RenamesTable()),
        (LintRule.RenameColumn, RenamesColumn()), (LintRule.ChangeType, ChangesType()), (LintRule.SetNotNull, SetsNotNull()),
    ];

    [GeneratedRegex(@"^ALTER TABLE .* DROP (COLUMN )(IF EXISTS )?", RegexOptions.IgnoreCase)]
    private static partial Regex DropsColumn();

    [GeneratedRegex(@"^DROP TABLE ", RegexOptions.IgnoreCase)]
    private static partial Regex DropsTable();

    [GeneratedRegex(@"^ALTER TABLE .* DROP NOT NULL", RegexOptions.IgnoreCase)]
    private static partial Regex DropsNotNull();

    [GeneratedRegex(@"^ALTER TABLE .* RENAME TO ", RegexOptions.IgnoreCase)]
    private static partial Regex RenamesTable();

    [GeneratedRegex(@"^ALTER TABLE .* RENAME (?!TO |CONSTRAINT )", RegexOptions.IgnoreCase)]
    private static partial Regex RenamesColumn();

    [GeneratedRegex(@"^ALTER TABLE .* ALTER (COLUMN )?\S+ (SET DATA )?TYPE ", RegexOptions.IgnoreCase)]
    private static partial Regex ChangesType();

    [GeneratedRegex(@"^ALTER TABLE .* SET NOT NULL", RegexOptions.IgnoreCase)]
    private static partial Regex SetsNotNull();

    [GeneratedRegex(@"^ALTER TABLE .* ADD (?!CONSTRAINT |FOREIGN |PRIMARY |UNIQUE |CHECK )", RegexOptions.IgnoreCase)]
    private static partial Regex AddsColumn();

    [GeneratedRegex(@" NOT NULL\b", RegexOptions.IgnoreCase)]
    private static partial Regex Required();

    [GeneratedRegex(@" DEFAULT | GENERATED ", RegexOptions.IgnoreCase)]
    private static partial Regex Default();

    [GeneratedRegex(@"^ALTER TABLE .* ADD .*\b(FOREIGN KEY|REFERENCES)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AddsKey();

    [GeneratedRegex(@" NOT VALID\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotValid();

    [GeneratedRegex(@"^CREATE (UNIQUE )?INDEX ", RegexOptions.IgnoreCase)]
    private static partial Regex CreatesIndex();

    [GeneratedRegex(@" CONCURRENTLY ", RegexOptions.IgnoreCase)]
    private static partial Regex Concurrently();

    [GeneratedRegex(@"^(UPDATE|DELETE FROM|INSERT INTO .*\bSELECT\b|MERGE INTO)", RegexOptions.IgnoreCase)]
    private static partial Regex Rows();
}
