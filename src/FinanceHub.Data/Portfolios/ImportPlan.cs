using FinanceHub.Data.Prices;
using FinanceHub.Domain.Activities;
using FinanceHub.Domain.Ledgers;

namespace FinanceHub.Data.Portfolios;

/// <summary>What booking a file would do to a portfolio.</summary>
public sealed record ImportPlan
{
    /// <summary>Each fault costs another replay; whoever has so many of them starts with these.</summary>
    private const int MostFaults = 20;

    /// <summary>To blame for what no row of the file is.</summary>
    private const int Header = 1;

    /// <summary>The rows that would be booked.</summary>
    public required IReadOnlyList<ImportRow> New { get; init; }

    /// <summary>The lines of the rows that are booked already.</summary>
    public required IReadOnlySet<int> Duplicates { get; init; }

    /// <summary>What nobody knows, and why the ledger would not stand; of that the first ones.</summary>
    public required IReadOnlyList<ImportFault> Faults { get; init; }

    /// <summary>Plans.</summary>
    /// <param name="stored">The activities that the portfolio has.</param>
    /// <param name="revision">The portfolio's revision; the sequences of new activities follow it.</param>
    /// <param name="content">The file.</param>
    /// <param name="options">How the ledger is asked.</param>
    public static ImportPlan Of(IReadOnlyCollection<ActivityEntity> stored, long revision, ImportContent content, ReplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(options);
        var duplicates = DuplicatesOf(stored, content.Rows);
        var added = content.Rows.Where(row => !duplicates.Contains(row.Row))
            .Select((row, index) => row with { Draft = row.Draft with { Activity = row.Draft.Activity with { Sequence = revision + 1 + index } } })
            .ToList();
        var unknown = added.Where(row => row.Draft.Activity.Symbol is { } symbol && content.Unknown.Contains(symbol))
            .Select(row => new ImportFault(row.Row, "symbol", InstrumentStore.UnknownText(row.Draft.Activity.Symbol)))
            .ToList();
        // What is told already is not told once more because the ledger cannot have it either.
        var unsure = content.Unsure.Union(content.Unknown).ToHashSet(StringComparer.Ordinal);
        return new ImportPlan { New = added, Duplicates = duplicates, Faults = [.. unknown, .. FaultsOf(stored, added, unsure, options)] };
    }

    /// <summary>By external name, else by content. Of rows without a name that say the same, as many are duplicates as are stored: two equal purchases on a day are two.</summary>
    private static HashSet<int> DuplicatesOf(IReadOnlyCollection<ActivityEntity> stored, IReadOnlyList<ImportRow> rows)
    {
        var named = stored.Where(activity => activity.ExternalId is not null).ToDictionary(activity => activity.ExternalId!, ContentOf, StringComparer.Ordinal);
        var counts = stored.GroupBy(ContentOf).ToDictionary(group => group.Key, group => group.Count());
        var duplicates = new HashSet<int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Draft.ExternalId is not null))
        {
            var repeated = !seen.Add(row.Draft.ExternalId!);
            if (!named.TryGetValue(row.Draft.ExternalId!, out var content))
            {
                if (repeated)
                    duplicates.Add(row.Row);
                continue;
            }

            duplicates.Add(row.Row);
            // What a name has found is not there to be found by content once more.
            if (!repeated)
                counts[content]--;
        }

        // First as it is, then whatever it was exchanged for: one side of an exchange must not take the place of a plain transfer of as much.
        var unnamed = rows.Where(row => row.Draft.ExternalId is null).ToList();
        TakeByContent(unnamed, ContentOf, counts, duplicates);
        TakeByContent(unnamed, WithoutExchange, counts.GroupBy(one => WithoutExchange(one.Key)).ToDictionary(group => group.Key, group => group.Sum(one => one.Value)), duplicates);
        return duplicates;
    }

    private static void TakeByContent(IEnumerable<ImportRow> rows, Func<Activity, Activity> contentOf, Dictionary<Activity, int> counts, HashSet<int> duplicates)
    {
        foreach (var row in rows.Where(row => !duplicates.Contains(row.Row)))
        {
            var content = contentOf(row.Draft.Activity);
            if (counts.TryGetValue(content, out var left) && left > 0)
            {
                counts[content] = left - 1;
                duplicates.Add(row.Row);
            }
        }
    }

    private static Activity ContentOf(ActivityEntity activity) => ContentOf(activity.ToActivity());

    // The note is not part of it: whoever annotates an imported activity does not want it twice.
    private static Activity ContentOf(Activity activity) => activity with { Sequence = 0 };

    // Nor is what it was exchanged for, where that is not needed to tell it from others.
    private static Activity WithoutExchange(Activity activity) => ContentOf(activity) with { Exchange = null };

    private static List<ImportFault> FaultsOf(
        IReadOnlyCollection<ActivityEntity> stored, IReadOnlyList<ImportRow> added, HashSet<string> unsure, ReplayOptions options)
    {
        var rows = added.ToDictionary(row => row.Draft.Activity.Sequence);
        var activities = stored.Select(one => one.ToActivity()).Concat(added.Select(row => row.Draft.Activity))
            .Where(activity => activity.Symbol is null || !unsure.Contains(activity.Symbol))
            .OrderBy(activity => activity.Date).ThenBy(activity => activity.Sequence)
            .ToList();
        var faults = new List<ImportFault>();
        while (faults.Count < MostFaults)
        {
            _ = Ledger.Replay(activities, options, out var fault);
            if (fault is null)
                break;
            var index = activities.FindIndex(activity => activity.Sequence == fault.Activity.Sequence);
            faults.Add(new ImportFault(RowOf(activities, index, rows), fault.Field, fault.Message) { WithoutRateOn = fault.WithoutRateOn });
            activities.RemoveAt(index);
        }

        return faults;
    }

    // If it is a stored activity that cannot stand any more, the last row before it that concerns the same instrument is to blame.
    private static int RowOf(List<Activity> activities, int index, Dictionary<long, ImportRow> rows)
    {
        for (var i = index; i >= 0; i--)
        {
            if (activities[i].Symbol == activities[index].Symbol && rows.TryGetValue(activities[i].Sequence, out var row))
                return row.Row;
        }

        return Header;
    }
}
