using System.Text.RegularExpressions;

namespace FinanceHub.Database.Sql;

/// <summary>A <c>CREATE INDEX</c>.</summary>
/// <param name="Name">The index; null if the database names it.</param>
/// <param name="Table">Its table.</param>
/// <param name="IsUnique">Whether it forbids rows.</param>
/// <param name="IsConcurrent">Whether the table can be written while it is built.</param>
internal sealed partial record CreateIndex(string? Name, TableName Table, bool IsUnique, bool IsConcurrent)
{
    /// <summary>Null if the statement is another one.</summary>
    public static CreateIndex? Of(SqlStatement statement) => Statement().Match(statement.Shape) is { Success: true } match
        ? new CreateIndex(
            match.Groups["name"].Success ? TableName.Parse(match.Groups["name"].Value).Name : null,
            TableName.Parse(match.Groups["table"].Value),
            match.Groups["unique"].Success,
            match.Groups["concurrently"].Success)
        : null;

    [GeneratedRegex(
        $"^CREATE (?<unique>UNIQUE )?INDEX (?<concurrently>CONCURRENTLY )?(IF NOT EXISTS )?((?!ON )(?<name>{TableName.Pattern}) )?ON (ONLY )?(?<table>{TableName.Pattern})",
        RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
