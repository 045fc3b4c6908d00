using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FinanceHub.Database.Sql;

/// <summary>The few shapes that are known to change and remove nothing that is there.</summary>
internal static partial class HarmlessSql
{
    /// <summary>What may stand before a parenthesis in a query: words of SQL, types, and functions that change nothing but the sequence they count with.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "SELECT", "DISTINCT", "FROM", "JOIN", "ON", "USING", "WHERE", "AND", "OR", "NOT", "IN", "EXISTS", "ANY", "ALL", "BETWEEN", "LIKE", "BY", "HAVING", "LIMIT", "OFFSET",
            "UNION", "EXCEPT", "INTERSECT", "CASE", "WHEN", "THEN", "ELSE", "OVER", "FILTER", "VALUES", "CONFLICT", "AS",
            "numeric", "decimal", "varchar", "char", "timestamp",
            "count", "sum", "min", "max", "avg", "row_number", "rank", "coalesce", "nullif", "greatest", "least", "cast", "extract", "lower", "upper", "trim", "length",
            "char_length", "substr", "substring", "replace", "concat", "abs", "round", "floor", "ceil", "now", "date", "datetime", "strftime", "date_trunc", "to_char", "hex",
            "random", "gen_random_uuid", "nextval",
        ]);

    /// <summary>Whether a statement only adds, asks, or sets a limit of its session.</summary>
    public static bool Is(SqlStatement statement) => !statement.IsUnreadable
        && (ChangesNothing(statement)
            || Adds().IsMatch(statement.Shape)
            || (CreatesTable().IsMatch(statement.Shape) && !Query().IsMatch(Parentheses.Outline(statement.Shape)))
            || (Inserts().Match(statement.Shape) is { Success: true } insert && IsQuestion(insert.Groups["query"].Value)));

    /// <summary>Whether nothing is left of it: a question, or a limit of the session.</summary>
    public static bool ChangesNothing(SqlStatement statement) =>
        Sets().IsMatch(statement.Shape) || (Asks().IsMatch(statement.Shape) && IsQuestion(statement.Shape));

    // A function may do anything, and so may a statement within another one.
    private static bool IsQuestion(string query) => !Changes().IsMatch(query) && Calls().Matches(query).All(call => Known.Contains(call.Groups["name"].Value));

    [GeneratedRegex(@"^((SET (LOCAL |SESSION )?|RESET )(lock_timeout|statement_timeout|idle_in_transaction_session_timeout|maintenance_work_mem)|PRAGMA (foreign_keys|defer_foreign_keys|busy_timeout)|ANALYZE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sets();

    [GeneratedRegex(@"^(COMMENT ON|CREATE (SEQUENCE|EXTENSION|SCHEMA)) ", RegexOptions.IgnoreCase)]
    private static partial Regex Adds();

    [GeneratedRegex($@"^CREATE (UNLOGGED )?TABLE (IF NOT EXISTS )?{TableName.Pattern} ?\(", RegexOptions.IgnoreCase)]
    private static partial Regex CreatesTable();

    [GeneratedRegex(@"\bAS\b", RegexOptions.IgnoreCase)]
    private static partial Regex Query();

    [GeneratedRegex($@"^INSERT (OR IGNORE )?INTO {TableName.Pattern} ?(\([^()]*\) ?)?(?<query>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Inserts();

    [GeneratedRegex(@"^(SELECT|VALUES)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(INSERT|UPDATE|DELETE|MERGE|TRUNCATE|INTO|CALL|EXECUTE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Changes();

    [GeneratedRegex("""(?<name>[\w$."`\]]+) ?\(""")]
    private static partial Regex Calls();
}
