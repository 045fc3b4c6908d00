namespace FinanceHub.ServiceDefaults;

/// <summary>What a deployment offers. The routes of what it does not offer are not there.</summary>
public sealed class FeatureOptions : IServiceOptions
{
    /// <inheritdoc/>
    public static string Section => "Features";

    /// <summary>Files of activities.</summary>
    public bool Imports { get; set; } = true;

    /// <summary>Alerts about prices.</summary>
    public bool Alerts { get; set; } = true;

    /// <summary>Watchlists.</summary>
    public bool Watchlists { get; set; } = true;

    /// <summary>The description of the interface, for programs and for people.</summary>
    public bool ApiReference { get; set; } = true;

    /// <inheritdoc/>
    // The binder tells what is neither true nor false.
    public IEnumerable<string> Faults() => [];
}
