using FinanceHub.Domain.Activities;

namespace FinanceHub.Data.Portfolios;

/// <summary>Which activities of a portfolio are asked for; null is any.</summary>
public sealed record ActivityFilter
{
    /// <summary>What happened.</summary>
    public ActivityType? Type { get; init; }

    /// <summary>The instrument.</summary>
    public string? Symbol { get; init; }

    /// <summary>Where it happened, or where a transfer went.</summary>
    public string? Account { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether the newest come first; of one day, the one entered last.</summary>
    public bool NewestFirst { get; init; }

    internal IQueryable<ActivityEntity> Apply(IQueryable<ActivityEntity> activities)
    {
        if (Type is { } type)
            activities = activities.Where(activity => activity.Type == type);
        if (Symbol is { } symbol)
            activities = activities.Where(activity => activity.Symbol == symbol);
        if (Account is { } account)
            activities = activities.Where(activity => activity.Account == account || activity.ToAccount == account);
        if (From is { } from)
            activities = activities.Where(activity => activity.Date >= from);
        if (To is { } to)
            activities = activities.Where(activity => activity.Date <= to);
        return activities;
    }

    internal IQueryable<ActivityEntity> Sort(IQueryable<ActivityEntity> activities) => NewestFirst
        ? activities.OrderByDescending(activity => activity.Date).ThenByDescending(activity => activity.Sequence)
        : activities.OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence);
}

/// <summary>Some of the activities that were asked for.</summary>
/// <param name="Items">Those of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record ActivityPage(IReadOnlyList<ActivityEntity> Items, int Total);
