using System.Text.RegularExpressions;

namespace FinanceHub.Database.Sql;

/// <summary>One statement, and what can be told from its shape.</summary>
/// <param name="Text">As it was written, without comments, on one line.</param>
/// <param name="Shape">The same with every text in quotation marks emptied, so that nothing in it is taken for SQL.</param>
/// <param name="IsUnreadable">Whether it holds a body of another language, or cannot be taken apart: it may do anything.</param>
internal sealed partial record SqlStatement(string Text, string Shape, bool IsUnreadable = false)
{
    public bool IsUnreadable { get; } = IsUnreadable || HasBody().IsMatch(Shape);

    /// <summary>As much of it as tells which one it is.</summary>
    public string Short => Text.Length > 80 ? Text[..77] + "..." : Text;

    /// <summary>The table that it creates, which was not there before; null if it creates none, or only if there is none yet.</summary>
    public TableName? CreatedTable => Table(CreatesTable().Match(Shape));

    /// <summary>The table whose rows it changes; null if it changes none, or which one cannot be told.</summary>
    public TableName? WrittenTable => Table(Writes().Match(Shape));

    /// <summary>The tables that it drops.</summary>
    public IEnumerable<TableName> DroppedTables => DropsTables().Match(Shape) is { Success: true } drop
        ? Parentheses.Split(drop.Groups["tables"].Value).Select(TableName.Parse)
        : [];

    /// <summary>The indexes that it drops.</summary>
    public IEnumerable<string> DroppedIndexes => DropsIndexes().Match(Shape) is { Success: true } drop
        ? Parentheses.Split(drop.Groups["indexes"].Value).Select(index => TableName.Parse(index).Name)
        : [];

    private static TableName? Table(Match match) => match.Success ? TableName.Parse(match.Groups["table"].Value) : null;

    [GeneratedRegex(@"^(DO|CALL|CREATE (OR REPLACE )?(TEMP |TEMPORARY |CONSTRAINT )?(FUNCTION|PROCEDURE|TRIGGER|RULE))\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasBody();

    [GeneratedRegex($"^CREATE (UNLOGGED )?TABLE (?!IF NOT EXISTS )(?<table>{TableName.Pattern})", RegexOptions.IgnoreCase)]
    private static partial Regex CreatesTable();

    [GeneratedRegex($"^(UPDATE (OR \\w+ )?|DELETE FROM |(INSERT (OR \\w+ )?|REPLACE |MERGE )INTO )(ONLY )?(?<table>{TableName.Pattern})", RegexOptions.IgnoreCase)]
    private static partial Regex Writes();

    [GeneratedRegex($"^DROP TABLE (IF EXISTS )?(?<tables>{TableName.Pattern}( ?, ?{TableName.Pattern})*)", RegexOptions.IgnoreCase)]
    private static partial Regex DropsTables();

    [GeneratedRegex($"^DROP INDEX (CONCURRENTLY )?(IF EXISTS )?(?<indexes>{TableName.Pattern}( ?, ?{TableName.Pattern})*)", RegexOptions.IgnoreCase)]
    private static partial Regex DropsIndexes();
}
