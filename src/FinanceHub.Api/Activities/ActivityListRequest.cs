using FinanceHub.Api.Validation;
using FinanceHub.Data.Portfolios;
using FinanceHub.Domain.Activities;

namespace FinanceHub.Api.Activities;

/// <summary>Which activities are asked for. All texts, so that everything that is wrong is reported at once.</summary>
internal sealed record ActivityListRequest
{
    private const int LargestPage = 1_000_000;
    private const int LargestSize = 500;
    private const int UsualSize = 50;

    public string? Page { get; init; }

    public string? PageSize { get; init; }

    public string? Type { get; init; }

    public string? Symbol { get; init; }

    public string? Account { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Sort { get; init; }

    public (ActivityFilter Filter, int Page, int Size) Read(FieldFaults faults)
    {
        var type = ActivityTypeNames.Find(Type);
        if (type is null && !string.IsNullOrEmpty(Type))
            faults.Add("type", $"Expected one of {string.Join(", ", ActivityTypeNames.All)}, found \"{Type}\".");
        if (Sort is not (null or "" or "date" or "-date"))
            faults.Add("sort", $"Expected date or -date, found \"{Sort}\".");
        var filter = new ActivityFilter
        {
            Type = type,
            Symbol = string.IsNullOrEmpty(Symbol) ? null : Symbol.Trim().ToUpperInvariant(),
            Account = string.IsNullOrEmpty(Account) ? null : Account,
            From = QueryFields.Date("from", From, faults),
            To = QueryFields.Date("to", To, faults),
            NewestFirst = Sort is not "date",
        };
        return (filter, QueryFields.Number("page", Page, 1, 1, LargestPage, faults), QueryFields.Number("pageSize", PageSize, UsualSize, 1, LargestSize, faults));
    }
}

/// <summary>A page of activities.</summary>
internal sealed record ActivityListResponse(IReadOnlyList<ActivityResponse> Items, int Page, int PageSize, int Total);
