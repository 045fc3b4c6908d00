using FinanceHub.Database.Sql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>Something of the schema that is made or removed.</summary>
/// <param name="Makes">Whether it is made.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Table">The table itself, or the one that it belongs to; null if that is not known or there is none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Columns">The columns that it is about, as far as they are known.</param>
internal sealed record SchemaChange(bool Makes, string Kind, TableName? Table, string Name, params IReadOnlyList<string> Columns)
{
    public const string ATable = "table";
    public const string AColumn = "column";
    private const string AnIndex = "index";
    private const string AConstraint = "constraint";
    private const string ASequence = "sequence";

    /// <summary>Whether it removes what another makes, or makes what it removes. An index is known by its name alone: it is dropped without its table's.</summary>
    public bool Undoes(SchemaChange other) => Makes != other.Makes && Kind == other.Kind && Name == other.Name && (Kind == AnIndex || Table == other.Table);

    /// <summary>Whether it is gone when another thing is removed: what belongs to a table or a column goes with it.</summary>
    /// <remarks>On SQLite EF builds the table anew without the column; where SQL drops a column that an index needs, SQLite refuses at once, and nothing is left.</remarks>
    public bool GoesWith(SchemaChange other) => Table is not null && Table == other.Table && (other.Kind == ATable || (other.Kind == AColumn && Columns.Contains(other.Name, StringComparer.Ordinal)));

    public override string ToString() => Kind switch
    {
        AnIndex => $"{Kind} {Name}",
        ATable or ASequence => $"{Kind} {Table}",
        _ => $"{Kind} {Table}.{Name}",
    };

    public static IReadOnlyList<SchemaChange> Of(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table => [OfTable(true, new(table.Schema, table.Name))],
        DropTableOperation table => [OfTable(false, new(table.Schema, table.Name))],
        AddColumnOperation column => [new(true, AColumn, new(column.Schema, column.Table), column.Name)],
        DropColumnOperation column => [new(false, AColumn, new(column.Schema, column.Table), column.Name)],
        CreateIndexOperation index => [new(true, AnIndex, new(index.Schema, index.Table), index.Name, index.Columns)],
        DropIndexOperation index => [new(false, AnIndex, index.Table is null ? null : new(index.Schema, index.Table), index.Name)],
        AddPrimaryKeyOperation key => [new(true, AConstraint, new(key.Schema, key.Table), key.Name, key.Columns)],
        DropPrimaryKeyOperation key => [new(false, AConstraint, new(key.Schema, key.Table), key.Name)],
        AddForeignKeyOperation key => [new(true, AConstraint, new(key.Schema, key.Table), key.Name, key.Columns)],
        DropForeignKeyOperation key => [new(false, AConstraint, new(key.Schema, key.Table), key.Name)],
        AddUniqueConstraintOperation key => [new(true, AConstraint, new(key.Schema, key.Table), key.Name, key.Columns)],
        DropUniqueConstraintOperation key => [new(false, AConstraint, new(key.Schema, key.Table), key.Name)],
        AddCheckConstraintOperation check => [new(true, AConstraint, new(check.Schema, check.Table), check.Name)],
        DropCheckConstraintOperation check => [new(false, AConstraint, new(check.Schema, check.Table), check.Name)],
        CreateSequenceOperation sequence => [new(true, ASequence, new(sequence.Schema, sequence.Name), sequence.Name)],
        DropSequenceOperation sequence => [new(false, ASequence, new(sequence.Schema, sequence.Name), sequence.Name)],
        _ => [],
    };

    /// <remarks>A table or column that is made only if there is none yet may be an old one: Down must not remove it, and it is not told here.</remarks>
    public static IReadOnlyList<SchemaChange> Of(SqlStatement statement)
    {
        if (statement.CreatedTable is { } created)
            return [OfTable(true, created)];
        if (CreateIndex.Of(statement) is { Name: { } name } index)
            return [new(true, AnIndex, index.Table, name)];
        return AlterTable.Of(statement) is { } alter
            ? [.. alter.Actions.Select(action => OfAction(alter.Table, action)).OfType<SchemaChange>()]
            : [.. statement.DroppedTables.Select(table => OfTable(false, table)), .. statement.DroppedIndexes.Select(dropped => new SchemaChange(false, AnIndex, null, dropped))];
    }

    private static SchemaChange? OfAction(TableName table, string action)
    {
        if (AlterTable.AddedColumn(action) is { } added)
            return AlterTable.IsConditional(action) ? null : new(true, AColumn, table, added);
        if (AlterTable.DroppedColumn(action) is { } dropped)
            return new(false, AColumn, table, dropped);
        return AlterTable.Constraint(action) is (var makes, var name) ? new(makes, AConstraint, table, name) : null;
    }

    private static SchemaChange OfTable(bool makes, TableName table) => new(makes, ATable, table, table.Name);
}
