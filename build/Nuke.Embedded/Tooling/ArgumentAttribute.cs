namespace Nuke.Common.Tooling;

/// <summary>How a value becomes arguments: <c>--name {value}</c>, <c>--flag</c> or <c>/property:{key}={value}</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ArgumentAttribute(string format) : Attribute
{
    public string Format { get; } = format;

    /// <summary>1, 2, …: in front of all others; negative: behind them; 0: in the order of setting.</summary>
    public int Position { get; init; }

    /// <summary>Joins the elements of a list within one argument; null repeats the option.</summary>
    public string? Separator { get; init; }

    /// <summary>Whether the values are MSBuild's, where semicolon and comma separate.</summary>
    public bool EscapeForMSBuild { get; init; }

    /// <summary>Whether the value is several arguments, quoted by its author.</summary>
    public bool Raw { get; init; }
}
