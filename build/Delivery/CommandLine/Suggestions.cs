namespace FinanceHub.Delivery.CommandLine;

/// <summary>Finds what was probably meant.</summary>
public static class Suggestions
{
    private const int Shown = 3;

    /// <summary>" Did you mean 'x'?", or nothing where nothing is near.</summary>
    public static string For(string typed, IEnumerable<string> known)
    {
        var near = Near(typed, known);
        return near.Count == 0 ? string.Empty : $" Did you mean {string.Join(" or ", near.Select(x => $"'{x}'"))}?";
    }

    /// <summary>The known words nearest to what was typed: at most a third of its letters may differ.</summary>
    public static IReadOnlyList<string> Near(string typed, IEnumerable<string> known)
    {
        var text = Normalize(typed);
        var limit = Math.Max(1, text.Length / 3);
        var found = known
            .Select(x => (Word: x, Distance: Distance(text, Normalize(x))))
            .Where(x => x.Distance <= limit)
            .OrderBy(x => x.Distance)
            .ThenBy(x => x.Word, StringComparer.Ordinal)
            .ToList();
        return [.. found.Where(x => x.Distance == found[0].Distance).Take(Shown).Select(x => x.Word)];
    }

    /// <summary>Least number of letters put in, taken out, replaced, or swapped with their neighbour (Damerau-Levenshtein, adjacent swaps).</summary>
    public static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static string Normalize(string word) => OptionNames.Plain(word).ToUpperInvariant();
}
