namespace FinanceHub.Delivery.CommandLine;

/// <summary>All that was found before anything runs.</summary>
/// <param name="Faults">What is wrong; empty means go.</param>
/// <param name="Given">The options that have values, the winning source first.</param>
/// <param name="Secrets">Values that must not be shown.</param>
public sealed record CommandLineReport(
    IReadOnlyList<Fault> Faults,
    IReadOnlyList<GivenValues> Given,
    IReadOnlyCollection<string> Secrets)
{
    /// <summary>Whether the option has a value from anywhere.</summary>
    public bool Has(string option) => Given.Any(x => OptionNames.AreEqual(x.Option.Name, option));

    /// <summary>The values of the option from the source that wins; none where it has no source.</summary>
    public IEnumerable<string> ValuesOf(string option) =>
        Given.FirstOrDefault(x => OptionNames.AreEqual(x.Option.Name, option))?.Split() ?? [];

    /// <summary>Whether the option was written on the command line.</summary>
    public bool IsOnCommandLine(string option) => Given.Any(x => x.IsArgument && OptionNames.AreEqual(x.Option.Name, option));

    /// <summary>Where the value that the build has got comes from, as a sentence names it; null if from nowhere that was read.</summary>
    public string? SourceOf(string option, string value) =>
        Given.FirstOrDefault(x => OptionNames.AreEqual(x.Option.Name, option) && x.Values.Contains(value, StringComparer.Ordinal))?.Source;

    /// <summary>Whether the user only asks what the build would do or can do.</summary>
    public bool IsAsking => IsSet("help") || IsSet("plan");

    /// <summary>What to print: every fault, and where to look.</summary>
    public static string Format(IEnumerable<Fault> faults) =>
        "Nothing has run, for the command line is not clear:"
        + string.Concat(faults.Select(x => $"{Environment.NewLine}  - {x.Message}"))
        + $"{Environment.NewLine}What there is: ./build.sh --help";

    private bool IsSet(string flag) =>
        Has(flag) && !ValuesOf(flag).Any(x => string.Equals(x.Trim(), bool.FalseString, StringComparison.OrdinalIgnoreCase));
}
