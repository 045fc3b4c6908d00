using System.Text;
using System.Text.RegularExpressions;

namespace FinanceHub.Database.Grading;

/// <summary>What hand-written SQL means. A few shapes are known to be harmless; everything else is taken for the worst.</summary>
internal static partial class SqlRules
{
    public static IEnumerable<Finding> Judge(string sql, Fresh fresh)
    {
        if (HasBlock(sql))
            return [new(MigrationVerdict.OneWay, "runs a block of SQL that the grader does not read ($$)")];
        var (statements, isFresh) = Read(sql, fresh);
        return statements.Where(statement => !isFresh(statement)).SelectMany(JudgeOne);
    }

    /// <summary>A body of its own language may do anything, and its semicolons end nothing.</summary>
    public static bool HasBlock(string sql) => sql.Contains("$$", StringComparison.Ordinal);

    /// <summary>The statements, and which of them are about a table that nobody uses yet, so that they disturb nobody.</summary>
    public static (IReadOnlyList<string> Statements, Func<string, bool> IsFresh) Read(string sql, Fresh fresh)
    {
        var statements = Statements(sql);
        var created = statements.Select(statement => CreateTable().Match(statement)).Where(match => match.Success).Select(match => Bare(match.Groups["table"].Value))
            .Concat(fresh.Tables).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (statements, statement => OnTable().Match(statement) is { Success: true } on && created.Contains(Bare(on.Groups["table"].Value)));
    }

    /// <summary>As much of a statement as tells which one it is.</summary>
    public static string Short(string statement) => statement.Length > 80 ? statement[..77] + "..." : statement;

    private static IEnumerable<Finding> JudgeOne(string statement)
    {
        if (CreateTable().IsMatch(statement) || Harmless().IsMatch(statement))
            yield break;
        if (CreateIndex().IsMatch(statement))
        {
            if (!Concurrently().IsMatch(statement))
                yield return new(MigrationVerdict.Safe, $"builds an index while its table cannot be written: {Short(statement)}");
        }
        else if (Renames().IsMatch(statement))
            yield return new(MigrationVerdict.NeedsDown, $"renames what the release before uses: {Short(statement)}");
        else
            yield return new(MigrationVerdict.OneWay, $"runs SQL that may change or remove what is there: {Short(statement)}");
    }

    private static List<string> Statements(string sql)
    {
        var (statements, current) = (new List<string>(), new StringBuilder());
        // A mark of a comment or an end within quotation marks is neither.
        foreach (var token in Token().EnumerateMatches(sql))
        {
            var text = sql.AsSpan(token.Index, token.Length);
            if (text is ";")
            {
                statements.Add(current.ToString());
                current.Clear();
            }
            else
            {
                current.Append(text.StartsWith("--") || text.StartsWith("/*") ? " " : text);
            }
        }

        statements.Add(current.ToString());
        return [.. statements.Select(statement => Space().Replace(statement, " ").Trim()).Where(statement => statement.Length > 0)];
    }

    private static string Bare(string name) => name.Split('.')[^1].Trim('"', '[', ']', '`');

    [GeneratedRegex("""--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|"(?:[^"]|"")*"|.""", RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^CREATE TABLE (IF NOT EXISTS )?(?<table>[\w"".\[\]`]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"^(INSERT INTO|SET|RESET|SELECT|COMMENT ON|ANALYZE|PRAGMA|CREATE (SEQUENCE|EXTENSION|SCHEMA)( IF NOT EXISTS)?) ", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"^(ALTER TABLE (IF EXISTS )?(ONLY )?|CREATE (UNIQUE )?INDEX .*? ON |DROP INDEX .*? ON )(?<table>[\w"".\[\]`]+)", RegexOptions.IgnoreCase)]
    private static partial Regex OnTable();

    [GeneratedRegex(@"^CREATE INDEX ", RegexOptions.IgnoreCase)]
    private static partial Regex CreateIndex();

    [GeneratedRegex(@" CONCURRENTLY ", RegexOptions.IgnoreCase)]
    private static partial Regex Concurrently();

    [GeneratedRegex(@"^ALTER TABLE .* RENAME ", RegexOptions.IgnoreCase)]
    private static partial Regex Renames();
}
