using System.Text.RegularExpressions;
using FinanceHub.Database.Sql;

namespace FinanceHub.Database.Linting;

/// <summary>Which rules one action of an <c>ALTER TABLE</c> breaks: what excuses one does not excuse the next.</summary>
/// <param name="isPostgreSql">Whether the rules about PostgreSQL's locks apply.</param>
internal sealed partial class ActionRules(bool isPostgreSql)
{
    private static readonly (LintRule Rule, Regex Pattern)[] Everywhere =
    [
        (LintRule.DropNotNull, DropsNotNull()), (LintRule.RenameTable, RenamesTable()), (LintRule.RenameColumn, RenamesColumn()),
        (LintRule.ChangeType, ChangesType()), (LintRule.SetNotNull, SetsNotNull()),
    ];

    public IEnumerable<LintRule> Judge(string action)
    {
        foreach (var (rule, pattern) in Everywhere)
        {
            if (pattern.IsMatch(action))
                yield return rule;
        }

        if (AlterTable.DroppedColumn(action) is not null)
            yield return LintRule.DropColumn;
        var adds = AlterTable.AddedColumn(action) is not null;
        // Within parentheses NOT NULL is part of a check, and DEFAULT of nothing.
        var outline = Parentheses.Outline(action);
        if (adds && Required().IsMatch(outline) && !HasValue().IsMatch(outline))
            yield return LintRule.RequiredColumn;
        if (isPostgreSql && adds && (Serial().IsMatch(outline) || (HasValue().IsMatch(outline) && OperationRules.Volatile().IsMatch(action))))
            yield return LintRule.VolatileDefault;
        if (isPostgreSql && AddsKey().IsMatch(outline) && !NotValid().IsMatch(outline))
            yield return LintRule.ForeignKey;
    }

    [GeneratedRegex($"^ALTER (COLUMN )?{TableName.Part} DROP NOT NULL", RegexOptions.IgnoreCase)]
    private static partial Regex DropsNotNull();

    [GeneratedRegex("^RENAME TO ", RegexOptions.IgnoreCase)]
    private static partial Regex RenamesTable();

    [GeneratedRegex("^RENAME (?!TO |CONSTRAINT )", RegexOptions.IgnoreCase)]
    private static partial Regex RenamesColumn();

    [GeneratedRegex($"^ALTER (COLUMN )?{TableName.Part} (SET DATA )?TYPE ", RegexOptions.IgnoreCase)]
    private static partial Regex ChangesType();

    [GeneratedRegex($"^ALTER (COLUMN )?{TableName.Part} SET NOT NULL", RegexOptions.IgnoreCase)]
    private static partial Regex SetsNotNull();

    [GeneratedRegex(@" (NOT NULL|PRIMARY KEY)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Required();

    [GeneratedRegex(@" (DEFAULT|GENERATED|AS|(small|big)?serial)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasValue();

    /// <summary>A type whose default counts.</summary>
    [GeneratedRegex(@" (small|big)?serial\b", RegexOptions.IgnoreCase)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^ADD .*\b(FOREIGN KEY|REFERENCES)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AddsKey();

    [GeneratedRegex(@" NOT VALID\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotValid();
}
