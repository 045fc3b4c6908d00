using System.Text.RegularExpressions;
using FinanceHub.Database.Sql;

namespace FinanceHub.Database.Grading;

/// <summary>What Down removes and Up did not make.</summary>
internal static partial class DownDestruction
{
    /// <summary>Tables, columns as table.column, and statements that remove more than can be told from their shape; in the order of Down.</summary>
    public static IEnumerable<string> Find(IReadOnlyList<Step> up, IReadOnlyList<Step> down)
    {
        var made = up.SelectMany(step => step.Changes).Where(change => change.Makes).ToList();
        foreach (var step in down)
        {
            foreach (var change in step.Changes.Where(change => !change.Makes && change.Kind is SchemaChange.ATable or SchemaChange.AColumn))
            {
                if (!IsOwn(change.Table!.Value) && !made.Any(change.Undoes))
                    yield return change.Kind == SchemaChange.ATable ? $"{change.Table}" : $"{change.Table}.{change.Name}";
            }

            if (step.Statement is { } statement && Empties().Match(statement.Shape) is { Success: true } match && !(match.Groups["table"].Success && IsOwn(TableName.Parse(match.Groups["table"].Value))))
                yield return statement.Short;

            bool IsOwn(TableName table) => step.Fresh.Has(table) || made.Any(change => change.Kind == SchemaChange.ATable && change.Table == table);
        }
    }

    /// <summary>All rows of one table, or more than that.</summary>
    [GeneratedRegex($@"^(TRUNCATE (TABLE )?(ONLY )?|DELETE FROM (ONLY )?)(?<table>{TableName.Pattern})$|^(TRUNCATE|DROP (SCHEMA|DATABASE|OWNED))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Empties();
}
