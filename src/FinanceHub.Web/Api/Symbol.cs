namespace FinanceHub.Web.Api;

/// <summary>The symbol of an instrument as a part of an address.</summary>
internal static class Symbol
{
    private const int Longest = 32;

    /// <summary>The symbol in capital letters; null if it cannot be one: dots alone would lead to another address.</summary>
    public static string? Read(string? text) =>
        text?.Trim().ToUpperInvariant() is { Length: >= 1 and <= Longest } symbol && symbol.All(IsAllowed) && symbol.Any(char.IsAsciiLetterOrDigit) ? symbol : null;

    public static string InAddress(string symbol) =>
        Uri.EscapeDataString(Read(symbol) ?? throw new ArgumentException($"\"{symbol}\" is no symbol.", nameof(symbol)));

    private static bool IsAllowed(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '^';
}
