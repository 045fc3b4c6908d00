using System.Text;
using System.Text.RegularExpressions;

namespace FinanceHub.Database.Sql;

/// <summary>Takes SQL apart into its statements.</summary>
/// <remarks>There is no parser for both databases' SQL to be had; what is read here by its shape is little, and what is not understood says so.</remarks>
internal static partial class SqlReader
{
    /// <summary>The statements in their order; a single one that is unreadable if the SQL holds what ends or hides a statement in a way that is not read.</summary>
    public static IReadOnlyList<SqlStatement> Read(string sql)
    {
        var statements = new List<SqlStatement>();
        var (text, shape) = (new StringBuilder(), new StringBuilder());
        // A mark of a comment or an end within quotation marks is neither.
        foreach (var token in Token().EnumerateMatches(sql))
        {
            var part = sql.AsSpan(token.Index, token.Length);
            if (IsUnreadable(part))
                return [new SqlStatement(Collapse(sql), "", IsUnreadable: true)];
            if (part is ";")
            {
                Add(statements, text, shape);
                continue;
            }

            if (part.StartsWith("--") || part.StartsWith("/*"))
                part = " ";
            text.Append(part);
            shape.Append(part.EndsWith("'") && part.Length > 1 ? "''" : part);
        }

        Add(statements, text, shape);
        return statements;
    }

    // A body between dollars is of its own language; comments within comments end sooner in SQLite than in PostgreSQL; a bracket with a quotation mark
    // in it is a name of SQLite or an index of an array.
    private static bool IsUnreadable(ReadOnlySpan<char> token) =>
        (token.Length > 1 && token[0] == '$') || (token.Length > 1 && token[0] == '[' && token[^1] != ']') || (token.StartsWith("/*") && token[2..].Contains("/*", StringComparison.Ordinal));

    private static void Add(List<SqlStatement> statements, StringBuilder text, StringBuilder shape)
    {
        if (!string.IsNullOrWhiteSpace(text.ToString()))
            statements.Add(new SqlStatement(Collapse(text.ToString()), Collapse(shape.ToString())));
        text.Clear();
        shape.Clear();
    }

    private static string Collapse(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex("""
        --[^\n\r]*|/\*.*?\*/|(?<![\w$])[eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]'"]*\]|\[[^\]'"]*[^\]'"\s][^\]'"]*['"]|\$\w*\$|.
        """, RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
