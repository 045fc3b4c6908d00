using System.Text.RegularExpressions;
using FinanceHub.Database.Grading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Linting;

/// <summary>Which rules an operation of Up breaks. What is done to a table that the same migration makes breaks none.</summary>
/// <param name="isPostgreSql">Whether the rules about PostgreSQL's locks apply.</param>
internal sealed partial class OperationRules(bool isPostgreSql)
{
    /// <summary>Npgsql's mark on an index that is built without a lock.</summary>
    private const string Concurrently = "Npgsql:CreatedConcurrently";

    public IEnumerable<(LintRule Rule, string Subject)> Judge(MigrationOperation operation, Fresh fresh) => operation switch
    {
        DropColumnOperation column => [(LintRule.DropColumn, $"{column.Table}.{column.Name}")],
        DropTableOperation table => [(LintRule.DropTable, table.Name)],
        RenameColumnOperation column => [(LintRule.RenameColumn, $"{column.Table}.{column.Name}")],
        RenameTableOperation table => [(LintRule.RenameTable, table.Name)],
        AddColumnOperation column when !fresh.Has(new(column.Schema, column.Table)) => Added(column),
        AlterColumnOperation column => Altered(column),
        AddForeignKeyOperation key when isPostgreSql && !fresh.Has(new(key.Schema, key.Table)) => [(LintRule.ForeignKey, $"{key.Table}.{key.Name}")],
        CreateIndexOperation index when isPostgreSql && !fresh.Has(new(index.Schema, index.Table)) && index[Concurrently] is not true => [(LintRule.Index, $"{index.Table}.{index.Name}")],
        _ => [],
    };

    private IEnumerable<(LintRule Rule, string Subject)> Added(AddColumnOperation column)
    {
        if (!column.IsNullable && column.DefaultValue is null && column.DefaultValueSql is null && column.ComputedColumnSql is null)
            yield return (LintRule.RequiredColumn, $"{column.Table}.{column.Name}");
        if (isPostgreSql && column.DefaultValueSql is { } sql && Volatile().IsMatch(sql))
            yield return (LintRule.VolatileDefault, $"{column.Table}.{column.Name} = {sql}");
    }

    private static IEnumerable<(LintRule Rule, string Subject)> Altered(AlterColumnOperation column)
    {
        var (before, name) = (column.OldColumn, $"{column.Table}.{column.Name}");
        if (before.ClrType != column.ClrType || before.ColumnType != column.ColumnType)
            yield return (LintRule.ChangeType, name);
        if (!before.IsNullable && column.IsNullable)
            yield return (LintRule.DropNotNull, name);
        if (before.IsNullable && !column.IsNullable)
            yield return (LintRule.SetNotNull, name);
    }

    /// <summary>Functions with a value of its own for each row; now() has one for the whole transaction.</summary>
    [GeneratedRegex(@"\b(random|clock_timestamp|timeofday|gen_random_uuid|uuid_generate_v\w+|nextval)\s*\(", RegexOptions.IgnoreCase)]
    internal static partial Regex Volatile();
}
