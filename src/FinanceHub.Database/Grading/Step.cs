using FinanceHub.Database.Sql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>One thing that a migration does: an operation, or one statement of hand-written SQL.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Statement">The statement of it; null if it is not SQL.</param>
/// <param name="Fresh">What the migration has made itself before.</param>
internal sealed record Step(MigrationOperation Operation, SqlStatement? Statement, Fresh Fresh)
{
    /// <summary>What it makes and removes.</summary>
    public IReadOnlyList<SchemaChange> Changes { get; } = Statement is null ? SchemaChange.Of(Operation) : SchemaChange.Of(Statement);

    /// <summary>All that operations do, in their order.</summary>
    public static IReadOnlyList<Step> Of(IReadOnlyList<MigrationOperation> operations)
    {
        var (steps, fresh) = (new List<Step>(), Fresh.Nothing);
        foreach (var operation in operations)
        {
            foreach (var statement in StatementsOf(operation))
            {
                steps.Add(new Step(operation, statement, fresh));
                fresh = fresh.After(operation, statement);
            }
        }

        return steps;
    }

    private static IEnumerable<SqlStatement?> StatementsOf(MigrationOperation operation)
    {
        if (operation is SqlOperation sql)
            return SqlReader.Read(sql.Sql);
        return [null];
    }
}
