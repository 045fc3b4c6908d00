using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>Whether the way down undoes the way up.</summary>
internal static class DownRules
{
    /// <summary>What Up does and Down does not take back, one sentence each.</summary>
    public static IEnumerable<string> NotTakenBack(IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down) =>
        from operation in up
        let expected = Opposite(operation)
        where expected is not null && !down.Any(expected.Value.IsIt)
        select $"Down does not {expected.Value.What}";

    private static (string What, Func<MigrationOperation, bool> IsIt)? Opposite(MigrationOperation operation) => operation switch
    {
        CreateTableOperation table => ($"drop the table {table.Name}", other => other is DropTableOperation drop && drop.Name == table.Name),
        AddColumnOperation column => ($"drop the column {column.Table}.{column.Name}", other => other is DropColumnOperation drop && (drop.Table, drop.Name) == (column.Table, column.Name)),
        DropColumnOperation column => ($"add the column {column.Table}.{column.Name} again", other => other is AddColumnOperation add && (add.Table, add.Name) == (column.Table, column.Name)),
        DropTableOperation table => ($"create the table {table.Name} again", other => other is CreateTableOperation create && create.Name == table.Name),
        RenameColumnOperation column => ($"rename {column.Table}.{column.NewName} back", other => other is RenameColumnOperation back && (back.Name, back.NewName) == (column.NewName, column.Name)),
        RenameTableOperation table => ($"rename {table.NewName} back", other => other is RenameTableOperation back && back.NewName == table.Name),
        AlterColumnOperation column => ($"alter {column.Table}.{column.Name} back", other => other is AlterColumnOperation back && (back.Table, back.Name) == (column.Table, column.Name)),
        SqlOperation => ("run any SQL that takes Up's SQL back", other => other is SqlOperation),
        _ => null,
    };
}
