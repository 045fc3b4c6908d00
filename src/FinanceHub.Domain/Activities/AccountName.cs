namespace FinanceHub.Domain.Activities;

/// <summary>Names of accounts within a portfolio.</summary>
public static class AccountName
{
    /// <summary>The key under which the ledger keeps what has no account.</summary>
    public const string Unnamed = "";

    /// <summary>The longest name, in characters.</summary>
    public const int Longest = 64;

    /// <summary>Whether a text can name an account: not empty, not too long, no space around it, no control characters.</summary>
    public static bool IsValid(string? name) => name is { Length: >= 1 and <= Longest } && !name.Any(char.IsControl) && name.Trim().Length == name.Length;
}
