using FinanceHub.Database.Grading;
using FinanceHub.Database.Sql;

namespace FinanceHub.Database.Linting;

/// <summary>Which rules a statement of hand-written SQL in Up breaks; the same ones as <see cref="OperationRules"/>.</summary>
/// <param name="isPostgreSql">Whether the rules about PostgreSQL's locks apply.</param>
internal sealed class StatementRules(bool isPostgreSql)
{
    private readonly ActionRules _actions = new(isPostgreSql);

    public IEnumerable<(LintRule Rule, string Subject)> Judge(SqlStatement statement, Fresh fresh)
    {
        var alter = AlterTable.Of(statement);
        if (statement.IsUnreadable || (alter is null && statement.Shape.StartsWith("ALTER TABLE", StringComparison.OrdinalIgnoreCase)))
            return [(LintRule.Unreadable, statement.Short)];
        if (alter is not null)
            return fresh.Has(alter.Table) ? [] : alter.Actions.SelectMany(_actions.Judge).Select(rule => (rule, statement.Short));
        if (isPostgreSql && CreateIndex.Of(statement) is { IsConcurrent: false } index && !fresh.Has(index.Table))
            return [(LintRule.Index, statement.Short)];
        return statement.DroppedTables.All(fresh.Has) ? [] : [(LintRule.DropTable, statement.Short)];
    }
}
