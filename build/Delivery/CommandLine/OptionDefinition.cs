namespace FinanceHub.Delivery.CommandLine;

/// <summary>An option that the build knows: a parameter of its own or one of the engine's.</summary>
/// <param name="Name">The name without dashes, as <c>ApiKey</c>.</param>
/// <param name="Arity">How many values it takes.</param>
/// <param name="Rule">Which values it takes.</param>
public sealed record OptionDefinition(string Name, OptionArity Arity, ValueRule Rule)
{
    /// <summary>What help says of it.</summary>
    public string? Description { get; init; }

    /// <summary>The character that splits one value into several.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether its values must never be shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether its values are names of targets.</summary>
    public bool TakesTargets { get; init; }

    /// <summary>Whether it means something without a value.</summary>
    public bool ValueIsOptional { get; init; }

    /// <summary>Whether a relative value in a parameters file starts at the root, so that only the engine can judge it.</summary>
    public bool IsResolvedByEngine { get; init; }

    /// <summary>As it is written, <c>--api-key</c>.</summary>
    public string Dashed => "--" + OptionNames.Dashed(Name);
}
