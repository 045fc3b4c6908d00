using System.Globalization;
using FinanceHub.Web.Api;
using FinanceHub.Web.Performance;
using FinanceHub.Web.Figures;
using Microsoft.AspNetCore.WebUtilities;

namespace FinanceHub.Web.Activities;

/// <summary>Which activities a page shows. What an address says wrongly is as if it were not there.</summary>
internal sealed record ActivityFilter
{
    public const int PageSize = 50;

    private const int LastPage = 1_000_000;

    public int Page { get; init; } = 1;

    public string? Type { get; init; }

    public string? Symbol { get; init; }

    public string? Account { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool OldestFirst { get; init; }

    public bool Any => Type is not null || Symbol is not null || Account is not null || From is not null || To is not null;

    public static ActivityFilter Read(IQueryCollection query) => new()
    {
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1,
        Type = ActivityKind.Find(query["type"])?.Type,
        Symbol = Api.Symbol.Read(query["symbol"]),
        Account = string.IsNullOrWhiteSpace(query["account"]) ? null : query["account"].ToString().Trim(),
        From = DateText.Read(query["from"]),
        To = DateText.Read(query["to"]),
        OldestFirst = query["sort"] == "date",
    };

    public ActivityQuery ToQuery() => new()
    {
        Page = Page,
        PageSize = PageSize,
        Type = Type,
        Symbol = Symbol,
        Account = Account,
        From = From is null ? null : Display.Date(From),
        To = To is null ? null : Display.Date(To),
        Sort = OldestFirst ? "date" : "-date",
    };

    /// <summary>The same on another page.</summary>
    public string Address(string path, int page)
    {
        (string Name, string? Value)[] parts =
        [
            ("type", Type), ("symbol", Symbol), ("account", Account), ("from", Display.Date(From)), ("to", Display.Date(To)),
            ("sort", OldestFirst ? "date" : null), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }
}
