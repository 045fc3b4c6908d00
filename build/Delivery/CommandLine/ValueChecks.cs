namespace FinanceHub.Delivery.CommandLine;

/// <summary>Checks the values of one option from one source.</summary>
internal static class ValueChecks
{
    public static IEnumerable<Fault> Check(CommandLineModel model, GivenValues given)
    {
        var option = given.Option;
        if (option.Separator is { } separator && given.Values.Count > 1 && given.Values.Any(x => x.Contains(separator)))
            return [Fault(given, $"mixes spaces and '{separator}'. Use one of them.")];
        if (option.TakesTargets)
            return Targets(model, given);
        if (given.Values.Count == 0)
            return option.Arity == OptionArity.One && !option.ValueIsOptional ? [Fault(given, $"has no value. Write: {option.Dashed} <value>")] : [];
        if (option.Arity == OptionArity.Many)
            return Many(model, given);
        return Single(model, given);
    }

    /// <summary>A value that the option accepts, but that is the name of a target.</summary>
    public static IEnumerable<Fault> CheckForTarget(CommandLineModel model, GivenValues given) =>
        given.Values is [var only] && model.HasTarget(only) && Accepts(given, only) ? [Swallowed(given, only, asOnlyWord: true)] : [];

    private static IEnumerable<Fault> Targets(CommandLineModel model, GivenValues given)
    {
        if (given.Values.Count == 0 && OptionNames.AreEqual(given.Option.Name, "target"))
            yield return Fault(given, "names no target.");
        foreach (var name in given.Split().Where(x => !model.HasTarget(x)))
        {
            var source = given.Source == "the command line" ? string.Empty : $" in {given.Source}";
            yield return new Fault($"Unknown target '{name}'{source}.{Suggestions.For(name, model.Targets)}");
        }
    }

    private static IEnumerable<Fault> Single(CommandLineModel model, GivenValues given)
    {
        var (first, others) = (given.Values[0], given.Values.Skip(1).ToList());
        if (!Accepts(given, first))
        {
            var asOption = given.Option.Arity == OptionArity.Flag;
            yield return model.HasTarget(first) ? Swallowed(given, first, asOption) : Rejected(given, first);
        }

        foreach (var other in others)
        {
            yield return model.HasTarget(other)
                ? Swallowed(given, other, asOnlyWord: false)
                : Fault(given, $"takes {(given.Option.Arity == OptionArity.Flag ? "no" : "one")} value, but {Shown(given, other)} follows as well.");
        }
    }

    private static IEnumerable<Fault> Many(CommandLineModel model, GivenValues given)
    {
        var position = 0;
        foreach (var value in given.Split())
        {
            // The first word belongs to the option in any case; a later one that names a target was most likely meant as one.
            var isTarget = model.HasTarget(value) && given.Source.StartsWith('-');
            if (isTarget && (position > 0 || !Accepts(given, value)))
                yield return Swallowed(given, value, asOnlyWord: false);
            else if (!Accepts(given, value))
                yield return Rejected(given, value);
            position++;
        }
    }

    private static bool Accepts(GivenValues given, string value) =>
        (given.Option.IsResolvedByEngine && !given.Source.StartsWith('-')) || given.Option.Rule.Accepts(value);

    private static Fault Swallowed(GivenValues given, string target, bool asOnlyWord) => new(
        $"Target '{target}' stands behind {given.Source} and would be taken for {(asOnlyWord ? "its value" : "one of its values")}. "
        + $"Targets go before the options: ./build.sh {target} {given.Option.Dashed}{(given.Option.Arity == OptionArity.Flag ? "" : " …")}");

    private static Fault Rejected(GivenValues given, string value) => Fault(
        given,
        $"is {Shown(given, value)}, expected {given.Option.Rule.Explain(given.Option.IsSecret ? null : value)}");

    private static Fault Fault(GivenValues given, string rest) =>
        new($"{Capitalized(given.Source)} {rest}", StopsEngine: OptionNames.AreEqual(given.Option.Name, "verbosity")
            || OptionNames.AreEqual(given.Option.Name, "host")
            || OptionNames.AreEqual(given.Option.Name, "root"));

    private static string Shown(GivenValues given, string value) => given.Option.IsSecret ? "a value that is not shown" : $"'{value}'";

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
