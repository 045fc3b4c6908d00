namespace FinanceHub.Delivery.CommandLine;

/// <summary>A command line taken apart as the engine does: targets first, then options, each with all words up to the next one.</summary>
/// <param name="Positional">The words before the first option.</param>
/// <param name="Options">The options as they were written, with their words.</param>
public sealed record ArgumentReader(IReadOnlyList<string> Positional, IReadOnlyList<(string Written, IReadOnlyList<string> Values)> Options)
{
    /// <summary>Takes the arguments apart.</summary>
    public static ArgumentReader Read(IReadOnlyList<string> arguments)
    {
        var positional = new List<string>();
        var options = new List<(string, IReadOnlyList<string>)>();
        var values = positional;
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-'))
            {
                values = [];
                options.Add((argument, values));
            }
            else
            {
                values.Add(argument);
            }
        }

        return new ArgumentReader(positional, options);
    }
}
