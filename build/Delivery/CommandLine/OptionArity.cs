namespace FinanceHub.Delivery.CommandLine;

/// <summary>How many values an option takes.</summary>
public enum OptionArity
{
    /// <summary>None, or true or false.</summary>
    Flag,

    /// <summary>Exactly one.</summary>
    One,

    /// <summary>Any number.</summary>
    Many,
}
