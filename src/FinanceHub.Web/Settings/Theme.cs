using FinanceHub.Web.Layout;

namespace FinanceHub.Web.Settings;

/// <summary>Light or dark, as the user chose; else as the device does.</summary>
internal static class Theme
{
    public const string Cookie = "financehub.theme";

    public const string Automatic = "auto";

    private static readonly TimeSpan Lasting = TimeSpan.FromDays(365);

    public static IReadOnlyList<Choice> Choices { get; } = [new(Automatic, "As the device"), new("light", "Light"), new("dark", "Dark")];

    /// <summary>Read before the page is written: it never shows in the other theme first.</summary>
    public static string Of(HttpContext? context) => Known(context?.Request.Cookies[Cookie]);

    public static void Choose(HttpContext context, string? theme) => context.Response.Cookies.Append(Cookie, Known(theme), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = Lasting,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });

    private static string Known(string? theme) => Choices.Any(choice => choice.Value == theme) ? theme! : Automatic;
}
