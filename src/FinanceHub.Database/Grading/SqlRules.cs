using FinanceHub.Database.Sql;

namespace FinanceHub.Database.Grading;

/// <summary>What a statement of hand-written SQL means. A few shapes are known to be harmless; everything else is taken for the worst.</summary>
internal static class SqlRules
{
    public static IEnumerable<Finding> Judge(SqlStatement statement, Fresh fresh)
    {
        if (statement.IsUnreadable)
            return [new(MigrationVerdict.OneWay, $"runs a block of SQL that the grader does not read: {statement.Short}")];
        if (AlterTable.Of(statement) is { } alter)
            return fresh.Has(alter.Table) ? [] : [Judge(alter, statement.Short)];
        if (CreateIndex.Of(statement) is { } index)
            return fresh.Has(index.Table) ? [] : Judge(index, statement.Short);
        return HarmlessSql.Is(statement) ? [] : [new(MigrationVerdict.OneWay, $"runs SQL that may change or remove what is there: {statement.Short}")];
    }

    private static Finding Judge(AlterTable alter, string statement) => alter.OnlyRenames
        ? new(MigrationVerdict.NeedsDown, $"renames what the release before uses: {statement}")
        : new(MigrationVerdict.OneWay, $"runs SQL that may change or remove what is there: {statement}");

    private static IEnumerable<Finding> Judge(CreateIndex index, string statement)
    {
        if (index.IsUnique)
            yield return new(MigrationVerdict.NeedsDown, $"makes unique what the release before does not know to be: {statement}");
        if (!index.IsConcurrent)
            yield return new(MigrationVerdict.Safe, $"builds an index while its table cannot be written: {statement}");
    }
}
