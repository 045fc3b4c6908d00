using System.Text.RegularExpressions;

namespace FinanceHub.Database.Sql;

/// <summary>An <c>ALTER TABLE</c>, action by action.</summary>
/// <param name="Table">The table.</param>
/// <param name="Actions">Each by itself, its texts in quotation marks emptied.</param>
internal sealed partial record AlterTable(TableName Table, IReadOnlyList<string> Actions)
{
    /// <summary>Null if the statement is another one.</summary>
    public static AlterTable? Of(SqlStatement statement) => Statement().Match(statement.Shape) is { Success: true } match
        ? new AlterTable(TableName.Parse(match.Groups["table"].Value), Parentheses.Split(match.Groups["actions"].Value))
        : null;

    /// <summary>Whether the table has another name afterwards.</summary>
    public bool RenamesTable => Actions.Any(action => action.StartsWith("RENAME TO ", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it does nothing but give another name to something.</summary>
    public bool OnlyRenames => Actions.All(action => action.StartsWith("RENAME ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The column that an action adds; null if it adds none. COLUMN may be left out on both databases.</summary>
    public static string? AddedColumn(string action) => Column(AddsColumn().Match(action));

    /// <summary>The column that an action drops; null if it drops none.</summary>
    public static string? DroppedColumn(string action) => Column(DropsColumn().Match(action));

    /// <summary>The constraint that an action adds or drops by its name; null if it does neither.</summary>
    public static (bool Adds, string Name)? Constraint(string action) => NamesConstraint().Match(action) is { Success: true } match
        ? (match.Groups["add"].Success, TableName.Fold(match.Groups["name"].Value))
        : null;

    /// <summary>Whether an action asks for something only if it is not there yet.</summary>
    public static bool IsConditional(string action) => Conditional().IsMatch(action);

    private static string? Column(Match match) => match.Success ? TableName.Fold(match.Groups["column"].Value) : null;

    [GeneratedRegex($@"^ALTER TABLE (IF EXISTS )?(ONLY )?(?<table>{TableName.Pattern})(?: ?\*)? (?<actions>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex($@"^ADD (COLUMN |(?!(CONSTRAINT|FOREIGN|PRIMARY|UNIQUE|CHECK|EXCLUDE)\b))(IF NOT EXISTS )?(?<column>{TableName.Part})", RegexOptions.IgnoreCase)]
    private static partial Regex AddsColumn();

    [GeneratedRegex($@"^DROP (COLUMN |(?!CONSTRAINT\b))(IF EXISTS )?(?<column>{TableName.Part})", RegexOptions.IgnoreCase)]
    private static partial Regex DropsColumn();

    [GeneratedRegex($@"^((?<add>ADD)|DROP) CONSTRAINT (IF EXISTS )?(?<name>{TableName.Part})", RegexOptions.IgnoreCase)]
    private static partial Regex NamesConstraint();

    [GeneratedRegex("^ADD (COLUMN )?IF NOT EXISTS ", RegexOptions.IgnoreCase)]
    private static partial Regex Conditional();
}
