using FinanceHub.Database.Sql;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FinanceHub.Database.Grading;

/// <summary>Whether the way down undoes the way up; the next way up would meet what is left.</summary>
internal static class DownRules
{
    /// <summary>What Up does and Down does not take back, one sentence each.</summary>
    public static IEnumerable<string> NotTakenBack(IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
    {
        var steps = Step.Of(up);
        var (done, undone) = (steps.SelectMany(step => step.Changes).ToList(), Step.Of(down).SelectMany(step => step.Changes).ToList());
        var gone = done.Where(change => change.Makes && undone.Any(other => other.Undoes(change))).ToList();
        return
        [
            .. done.Where((change, index) => !undone.Any(other => other.Undoes(change)) && !ComesToNothing(done, index) && !(change.Makes && gone.Any(change.GoesWith)))
                .Select(change => change.Makes ? $"Down does not drop the {change}" : $"Down does not make the {change} again"),
            .. from operation in up
               let expected = Opposite(operation)
               where expected is not null && !down.Any(expected.Value.IsIt)
               select $"Down does not {expected.Value.What}",
            .. down.OfType<SqlOperation>().Any() || !steps.Any(step => step.Statement is { } statement && LeavesMore(statement, step, gone)) ? Array.Empty<string>() : ["Down does not run any SQL that takes Up's SQL back"],
        ];
    }

    /// <summary>Whether Up itself removes later what it makes here, or made before what it removes here.</summary>
    private static bool ComesToNothing(List<SchemaChange> done, int index) =>
        (done[index].Makes ? done.Skip(index + 1) : done.Take(index)).Any(other => other.Undoes(done[index]));

    /// <summary>Whether a statement does more than the changes that are told of it, elsewhere than on a table that Down drops.</summary>
    private static bool LeavesMore(SqlStatement statement, Step step, List<SchemaChange> gone)
    {
        if (HarmlessSql.ChangesNothing(statement))
            return false;
        var alter = AlterTable.Of(statement);
        var table = alter?.Table ?? CreateIndex.Of(statement)?.Table ?? statement.WrittenTable;
        return !gone.Any(change => change.Kind == SchemaChange.ATable && change.Table == table) && step.Changes.Count < (alter?.Actions.Count ?? 1);
    }

    private static (string What, Func<MigrationOperation, bool> IsIt)? Opposite(MigrationOperation operation) => operation switch
    {
        RenameColumnOperation column => ($"rename {column.Table}.{column.NewName} back", other => other is RenameColumnOperation back && (back.Name, back.NewName) == (column.NewName, column.Name)),
        RenameTableOperation table => ($"rename {table.NewName} back", other => other is RenameTableOperation back && back.NewName == table.Name),
        RenameIndexOperation index => ($"rename the index {index.NewName} back", other => other is RenameIndexOperation back && (back.Name, back.NewName) == (index.NewName, index.Name)),
        AlterColumnOperation column => ($"alter {column.Table}.{column.Name} back", other => other is AlterColumnOperation back && (back.Table, back.Name) == (column.Table, column.Name)),
        _ => null,
    };
}
