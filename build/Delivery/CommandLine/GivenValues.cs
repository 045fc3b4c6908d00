namespace FinanceHub.Delivery.CommandLine;

/// <summary>Values of an option, and where they come from.</summary>
/// <param name="Option">The option.</param>
/// <param name="Values">The values, not yet split at the option's separator.</param>
/// <param name="Source">As a sentence names it: <c>--env</c>, <c>environment variable ENV</c>, <c>'Env' in .nuke/parameters.json</c>.</param>
public sealed record GivenValues(OptionDefinition Option, IReadOnlyList<string> Values, string Source)
{
    /// <summary>Whether they were written on the command line.</summary>
    public bool IsArgument { get; init; }

    /// <summary>The values, split at the option's separator.</summary>
    public IEnumerable<string> Split() =>
        Option.Separator is { } separator ? Values.SelectMany(x => x.Split(separator)) : Values;
}
