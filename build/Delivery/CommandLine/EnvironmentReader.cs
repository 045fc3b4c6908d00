namespace FinanceHub.Delivery.CommandLine;

/// <summary>Finds options in the environment, by the engine's rules.</summary>
public sealed class EnvironmentReader
{
    private readonly IReadOnlyDictionary<string, string> variables;
    private readonly Dictionary<string, List<string>> namesByLetters = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="variables">The environment.</param>
    public EnvironmentReader(IReadOnlyDictionary<string, string> variables)
    {
        this.variables = variables;
        foreach (var name in variables.Keys)
        {
            var letters = Letters(name);
            if (!namesByLetters.TryGetValue(letters, out var names))
                namesByLetters[letters] = names = [];
            names.Add(name);
        }
    }

    /// <summary>The variables that stand for the option: the exact name alone, or all that are like it, as API_KEY and NUKE_API_KEY.</summary>
    public IReadOnlyList<string> Find(string option)
    {
        if (variables.ContainsKey(option))
            return [option];
        var letters = Letters(option);
        return [.. namesByLetters.GetValueOrDefault(letters, []), .. namesByLetters.GetValueOrDefault("NUKE" + letters, [])];
    }

    private static string Letters(string name) =>
        name.All(char.IsLetterOrDigit) ? name : string.Concat(name.Where(char.IsLetterOrDigit));
}
