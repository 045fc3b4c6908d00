using System.Text.RegularExpressions;

namespace FinanceHub.Database.Sql;

/// <summary>A table's name as the database keeps it.</summary>
/// <remarks>
/// A name without a schema means whichever the session looks in, and is never taken for one with a schema. What is not quoted is folded to lower case, as
/// PostgreSQL does; SQLite does not tell the two apart, where a table may thus be taken for another, never another for it.
/// </remarks>
/// <param name="Schema">Its schema; null if none is named.</param>
/// <param name="Name">The name itself.</param>
internal readonly partial record struct TableName(string? Schema, string Name)
{
    /// <summary>One name, quoted or not, as a regular expression.</summary>
    public const string Part = """(?:"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|[\w$]+)""";

    /// <summary>A name with or without its schema, as a regular expression.</summary>
    public const string Pattern = $@"{Part}(?: ?\. ?{Part})*";

    /// <summary>Reads what <see cref="Pattern"/> matched.</summary>
    public static TableName Parse(string text)
    {
        var parts = Parts().Matches(text).Select(part => Fold(part.Value)).ToList();
        return new TableName(parts.Count > 1 ? string.Join('.', parts[..^1]) : null, parts[^1]);
    }

    /// <summary>One name as the database keeps it.</summary>
    public static string Fold(string part) => part[0] is '"' or '`' or '[' ? part[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : part.ToLowerInvariant();

    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";

    [GeneratedRegex(Part)]
    private static partial Regex Parts();
}
