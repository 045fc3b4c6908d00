namespace FinanceHub.Delivery.CommandLine;

/// <summary>What the build was told.</summary>
/// <param name="Arguments">The command line without the program.</param>
/// <param name="Variables">The environment.</param>
/// <param name="ConfigurationDirectory">The directory <c>.nuke</c> of the root.</param>
public sealed record CommandLineInput(
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Variables,
    string ConfigurationDirectory);
