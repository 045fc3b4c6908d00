using System.Collections.Immutable;
using FinanceHub.Database.Sql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>What a migration has made itself up to one of its operations: nobody uses it yet, so that whatever it does to it disturbs nobody.</summary>
/// <param name="Tables">The tables that were not there before.</param>
/// <param name="Columns">The columns that were not there before, and are null in every row that the release before writes.</param>
internal sealed record Fresh(ImmutableHashSet<TableName> Tables, ImmutableHashSet<(TableName Table, string Column)> Columns)
{
    public static Fresh Nothing { get; } = new([], []);

    public bool Has(TableName table) => Tables.Contains(table);

    public bool Has(TableName table, IEnumerable<string> columns) => Has(table) || columns.Any(column => Columns.Contains((table, column)));

    /// <summary>The same after an operation, or after one statement of it. A name that is given away may be that of an old table next.</summary>
    public Fresh After(MigrationOperation operation, SqlStatement? statement)
    {
        if (statement is not null)
            return After(statement);
        return operation switch
        {
            CreateTableOperation table => With(table.Schema, table.Name),
            DropTableOperation table => Without(new(table.Schema, table.Name)),
            RenameTableOperation table => Without(new(table.Schema, table.Name)),
            AddColumnOperation { IsNullable: true, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null } column => this with { Columns = Columns.Add((new(column.Schema, column.Table), column.Name)) },
            _ => this,
        };
    }

    private Fresh After(SqlStatement statement)
    {
        if (statement.CreatedTable is { } created)
            return With(created.Schema, created.Name);
        return AlterTable.Of(statement) is { RenamesTable: true } alter ? Without(alter.Table) : statement.DroppedTables.Aggregate(this, (fresh, table) => fresh.Without(table));
    }

    private Fresh With(string? schema, string name) => this with { Tables = Tables.Add(new(schema, name)) };

    private Fresh Without(TableName table) => new(Tables.Remove(table), [.. Columns.Where(column => column.Table != table)]);
}
