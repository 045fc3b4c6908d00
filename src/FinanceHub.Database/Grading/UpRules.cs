using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>What each operation but hand-written SQL means for the release before, which keeps running while the migration is applied and may come back after it.</summary>
internal static class UpRules
{
    public static IEnumerable<Finding> Judge(MigrationOperation operation, Fresh fresh) => operation switch
    {
        CreateTableOperation or CreateSequenceOperation or EnsureSchemaOperation or InsertDataOperation or DropIndexOperation
            or DropForeignKeyOperation or DropUniqueConstraintOperation or DropCheckConstraintOperation or AlterTableOperation or AlterDatabaseOperation => [],
        AddColumnOperation column => Added(column, fresh),
        AlterColumnOperation column => Altered(column),
        CreateIndexOperation index => Indexed(index, fresh),
        AddForeignKeyOperation key when fresh.Has(new(key.Schema, key.Table), key.Columns) => [],
        AddForeignKeyOperation key => [new(MigrationVerdict.NeedsDown, $"adds the foreign key {key.Name} to {key.Table}, which rows of the release before may violate")],
        AddUniqueConstraintOperation key when !fresh.Has(new(key.Schema, key.Table), key.Columns) => [new(MigrationVerdict.NeedsDown, $"makes {Join(key.Columns)} of {key.Table} unique, which the release before does not know")],
        AddUniqueConstraintOperation => [],
        AddPrimaryKeyOperation key when !fresh.Has(new(key.Schema, key.Table)) => [new(MigrationVerdict.NeedsDown, $"gives {key.Table} another primary key")],
        AddPrimaryKeyOperation or DropPrimaryKeyOperation => [],
        AddCheckConstraintOperation check when !fresh.Has(new(check.Schema, check.Table)) => [new(MigrationVerdict.NeedsDown, $"adds the check {check.Name} to {check.Table}, which the release before may violate")],
        AddCheckConstraintOperation => [],
        RenameColumnOperation column => [new(MigrationVerdict.NeedsDown, $"renames {column.Table}.{column.Name}, which the release before uses")],
        RenameTableOperation table => [new(MigrationVerdict.NeedsDown, $"renames {table.Name}, which the release before uses")],
        RenameIndexOperation => [],
        DropColumnOperation column => [new(MigrationVerdict.OneWay, $"drops {column.Table}.{column.Name} with what is in it")],
        DropTableOperation table => [new(MigrationVerdict.OneWay, $"drops {table.Name} with what is in it")],
        DropSequenceOperation or DropSchemaOperation => [new(MigrationVerdict.OneWay, $"drops what the release before may use ({operation.GetType().Name})")],
        UpdateDataOperation data => [new(MigrationVerdict.OneWay, $"overwrites rows of {data.Table}")],
        DeleteDataOperation data => [new(MigrationVerdict.OneWay, $"deletes rows of {data.Table}")],
        _ => [new(MigrationVerdict.OneWay, $"does something that the grader does not know ({operation.GetType().Name})")],
    };

    private static IEnumerable<Finding> Added(AddColumnOperation column, Fresh fresh)
    {
        if (!column.IsNullable && column.DefaultValue is null && column.DefaultValueSql is null && column.ComputedColumnSql is null && !fresh.Has(new(column.Schema, column.Table)))
            yield return new(MigrationVerdict.NeedsDown, $"adds {column.Table}.{column.Name}, which must have a value and has no default: the release before cannot insert any more");
    }

    private static IEnumerable<Finding> Altered(AlterColumnOperation column)
    {
        var (before, name) = (column.OldColumn, $"{column.Table}.{column.Name}");
        if (before.ClrType != column.ClrType || (before.ColumnType != column.ColumnType && !IsWider(before, column)))
            yield return new(MigrationVerdict.OneWay, $"changes the type of {name} from {before.ColumnType ?? before.ClrType.Name} to {column.ColumnType ?? column.ClrType.Name}");
        else if (column.MaxLength < (before.MaxLength ?? int.MaxValue))
            yield return new(MigrationVerdict.OneWay, $"shortens {name} to {column.MaxLength}");
        if (before.IsNullable && !column.IsNullable)
            yield return new(MigrationVerdict.NeedsDown, $"no longer allows {name} to be null, which the release before may write");
        if (!before.IsNullable && column.IsNullable)
            yield return new(MigrationVerdict.NeedsDown, $"allows {name} to be null, which the release before does not expect");
    }

    private static bool IsWider(ColumnOperation before, ColumnOperation after) =>
        before.ClrType == typeof(string) && before.MaxLength is { } old && (after.MaxLength is null || after.MaxLength >= old);

    private static IEnumerable<Finding> Indexed(CreateIndexOperation index, Fresh fresh)
    {
        if (fresh.Has(new(index.Schema, index.Table)))
            yield break;
        if (index.IsUnique && !fresh.Has(new(index.Schema, index.Table), index.Columns))
            yield return new(MigrationVerdict.NeedsDown, $"makes {Join(index.Columns)} of {index.Table} unique, which the release before does not know");
        else
            yield return new(MigrationVerdict.Safe, $"builds the index {index.Name} while {index.Table} cannot be written (concurrently it could)");
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);
}
