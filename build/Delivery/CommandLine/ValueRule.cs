namespace FinanceHub.Delivery.CommandLine;

/// <summary>Which texts an option takes.</summary>
/// <param name="Accepts">Whether the text converts to the option's type.</param>
/// <param name="Expected">What it should be, as a sentence goes on: "a whole number".</param>
/// <param name="Choices">All texts that it takes, where there are only some; asked for only when needed.</param>
public sealed record ValueRule(Func<string, bool> Accepts, string Expected, Func<IReadOnlyList<string>>? Choices = null)
{
    /// <summary>Takes everything.</summary>
    public static ValueRule AnyText { get; } = new(_ => true, "a text");

    /// <summary>Takes true and false.</summary>
    public static ValueRule Boolean { get; } = new(x => bool.TryParse(x.Trim(), out _), "true or false");

    /// <summary>Takes these, in any case.</summary>
    public static ValueRule OneOf(Func<IReadOnlyList<string>> choices) =>
        new(x => choices().Contains(x, StringComparer.OrdinalIgnoreCase), "one of", choices);

    /// <summary>The expectation in words, to the end of the sentence, with a suggestion where a choice is near to the value.</summary>
    public string Explain(string? value)
    {
        if (Choices is null)
            return Expected + ".";
        var choices = Choices();
        return $"one of {string.Join(", ", choices)}.{(value is null ? "" : Suggestions.For(value, choices))}";
    }
}
