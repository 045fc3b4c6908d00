namespace FinanceHub.Data.Portfolios;

/// <summary>Limits of the storage.</summary>
public static class PortfolioRules
{
    /// <summary>The longest name of a portfolio.</summary>
    public const int LongestName = 100;

    /// <summary>The longest note of an activity.</summary>
    public const int LongestNote = 500;

    /// <summary>The longest name that another system has for an activity.</summary>
    public const int LongestExternalId = 100;

    /// <summary>Whether a text can name a portfolio.</summary>
    public static bool IsName(string? name) => name is { Length: >= 1 and <= LongestName } && !name.Any(char.IsControl);

    /// <summary>Whether a text can be a note: lines and tabs, and no other control characters.</summary>
    public static bool IsNote(string? note) => note is null || (note.Length is >= 1 and <= LongestNote && !note.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')));

    /// <summary>Whether a text can be the name that another system has for an activity.</summary>
    public static bool IsExternalId(string? id) => id is null || (id.Length is >= 1 and <= LongestExternalId && !id.Any(char.IsControl));
}
