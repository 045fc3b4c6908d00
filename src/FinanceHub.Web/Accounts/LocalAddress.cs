namespace FinanceHub.Web.Accounts;

/// <summary>Where to go after signing in.</summary>
internal static class LocalAddress
{
    /// <summary>The wanted page if it is one of ours; else <paramref name="otherwise"/>: a link must not lead away from here.</summary>
    public static string Of(string? wanted, string otherwise) =>
        wanted is ['/', not ('/' or '\\'), ..] && !wanted.Any(char.IsControl) ? wanted : otherwise;
}
