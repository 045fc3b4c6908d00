using System.Text.RegularExpressions;
using FinanceHub.Database.Grading;
using FinanceHub.Database.Sql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Linting;

/// <summary>Whether rows that were there before are changed in the transaction that changes the schema of what was there before.</summary>
internal static partial class BackfillRule
{
    public static IEnumerable<(LintRule Rule, string Subject)> Judge(IReadOnlyList<Step> up) => up
        // The statements of an operation that runs outside of the migration's transaction share one of their own.
        .GroupBy(step => step.Operation is SqlOperation { SuppressTransaction: true } alone ? alone : null)
        .Where(transaction => transaction.Any(ChangesSchema))
        .SelectMany(transaction => transaction)
        .Where(ChangesRows)
        .Select(step => (LintRule.Backfill, step.Statement?.Short ?? Table(step.Operation)));

    // A table of the migration's own is locked for nobody.
    private static bool ChangesSchema(Step step) => step.Statement is { } statement ? ChangesSchema(statement, step.Fresh) : step.Operation switch
    {
        CreateTableOperation or InsertDataOperation or UpdateDataOperation or DeleteDataOperation or EnsureSchemaOperation => false,
        CreateIndexOperation index => !step.Fresh.Has(new(index.Schema, index.Table)),
        _ => true,
    };

    private static bool ChangesSchema(SqlStatement statement, Fresh fresh)
    {
        if (AlterTable.Of(statement) is { } alter)
            return !fresh.Has(alter.Table);
        if (CreateIndex.Of(statement) is { } index)
            return !index.IsConcurrent && !fresh.Has(index.Table);
        return Locks().IsMatch(statement.Shape);
    }

    private static bool ChangesRows(Step step)
    {
        if (step.Statement is { WrittenTable: { } written } statement)
            return !step.Fresh.Has(written) && (!Inserts().IsMatch(statement.Shape) || Selects().IsMatch(statement.Shape));
        return step.Statement is { } other ? WritesWithin().IsMatch(other.Shape) : step.Operation switch
        {
            UpdateDataOperation update => !step.Fresh.Has(new(update.Schema, update.Table)),
            DeleteDataOperation delete => !step.Fresh.Has(new(delete.Schema, delete.Table)),
            _ => false,
        };
    }

    private static string Table(MigrationOperation operation) => operation is UpdateDataOperation update ? update.Table : ((DeleteDataOperation)operation).Table;

    [GeneratedRegex(@"^(ALTER|DROP|TRUNCATE|LOCK|REINDEX|CLUSTER)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Locks();

    [GeneratedRegex("^(INSERT|REPLACE) ", RegexOptions.IgnoreCase)]
    private static partial Regex Inserts();

    [GeneratedRegex(@"\bSELECT\b", RegexOptions.IgnoreCase)]
    private static partial Regex Selects();

    [GeneratedRegex(@"^WITH\b.*\b(UPDATE|DELETE|INSERT|MERGE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WritesWithin();
}
