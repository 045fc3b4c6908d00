namespace FinanceHub.Delivery.CommandLine;

/// <summary>Finds what can follow the beginning of a command line.</summary>
public static class Completion
{
    /// <summary>Words that can stand where the line ends, sorted.</summary>
    /// <param name="model">What there is.</param>
    /// <param name="line">The words after the program; with a space at the end, a new word begins.</param>
    public static IReadOnlyList<string> Of(CommandLineModel model, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var current = words.Count > 0 && !line.EndsWith(' ') ? words[^1] : string.Empty;
        if (current.Length > 0)
            words.RemoveAt(words.Count - 1);

        var arguments = ArgumentReader.Read(words);
        var candidates = current.StartsWith('-') ? UnusedOptions(model, arguments) : Values(model, arguments);
        return [.. candidates.Where(x => x.StartsWith(current, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> UnusedOptions(CommandLineModel model, ArgumentReader arguments) => model.Options
        .Where(x => !arguments.Options.Any(used => OptionNames.AreEqual(used.Written, x.Name)))
        .Select(x => x.Dashed);

    private static IEnumerable<string> Values(CommandLineModel model, ArgumentReader arguments)
    {
        if (arguments.Options.Count == 0)
            return Unused(model.Targets, arguments.Positional);
        var (written, values) = arguments.Options[^1];
        if (model.Find(written) is not { } option)
            return [];
        if (option.TakesTargets)
            return Unused(model.Targets, values);
        var isFull = option.Arity != OptionArity.Many && values.Count > 0;
        return isFull ? [] : option.Rule.Choices?.Invoke() ?? [];
    }

    private static IEnumerable<string> Unused(IReadOnlyList<string> all, IReadOnlyList<string> used) =>
        all.Except(used, StringComparer.OrdinalIgnoreCase);
}
