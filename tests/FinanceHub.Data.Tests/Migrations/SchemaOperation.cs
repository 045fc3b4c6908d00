using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Data.Tests.Migrations;

/// <summary>What a migration does to the schema, without what differs between databases: types and the like.</summary>
internal static class SchemaOperation
{
    public static IEnumerable<string> Describe(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table =>
        [
            $"create table {table.Name}",
            .. table.Columns.Select(column => $"add {column.Table}.{column.Name} {column.ClrType.Name} {column.IsNullable} {column.MaxLength}"),
            $"add key {table.Name} ({Join(table.PrimaryKey?.Columns)})",
            .. table.ForeignKeys.SelectMany(Describe),
        ],
        DropTableOperation table => [$"drop table {table.Name}"],
        AddColumnOperation column => [$"add {column.Table}.{column.Name} {column.ClrType.Name} {column.IsNullable} {column.MaxLength}"],
        AlterColumnOperation column => [$"alter {column.Table}.{column.Name} {column.ClrType.Name} {column.IsNullable} {column.MaxLength}"],
        DropColumnOperation column => [$"drop {column.Table}.{column.Name}"],
        CreateIndexOperation index => [$"create index {index.Name} on {index.Table} ({Join(index.Columns)}) {index.IsUnique}"],
        DropIndexOperation index => [$"drop index {index.Name}"],
        AddForeignKeyOperation key => [$"add foreign key {key.Name} on {key.Table} ({Join(key.Columns)}) to {key.PrincipalTable} {key.OnDelete}"],
        // Written by hand for one database each, and rightly different; that the schemas agree afterwards is for MigrationTests to say.
        SqlOperation => [],
        _ => [$"{operation.GetType().Name}"],
    };

    private static string Join(IEnumerable<string>? names) => string.Join(", ", names ?? []);
}
