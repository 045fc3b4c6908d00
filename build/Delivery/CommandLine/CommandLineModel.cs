namespace FinanceHub.Delivery.CommandLine;

/// <summary>What the build can be told.</summary>
/// <param name="Targets">Names of all targets.</param>
/// <param name="Options">All options.</param>
public sealed record CommandLineModel(IReadOnlyList<string> Targets, IReadOnlyList<OptionDefinition> Options)
{
    private Dictionary<string, OptionDefinition>? byName;

    /// <summary>The option of that name; null if there is none.</summary>
    /// <param name="name">In any case, with or without dashes.</param>
    public OptionDefinition? Find(string name)
    {
        if (byName is null)
        {
            byName = new Dictionary<string, OptionDefinition>(StringComparer.OrdinalIgnoreCase);
            foreach (var option in Options)
                byName.TryAdd(option.Name, option);
        }

        return byName.GetValueOrDefault(OptionNames.Plain(name));
    }

    /// <summary>Whether there is a target of that name, in any case, with or without dashes.</summary>
    public bool HasTarget(string name) => Targets.Contains(OptionNames.Plain(name), StringComparer.OrdinalIgnoreCase);
}
