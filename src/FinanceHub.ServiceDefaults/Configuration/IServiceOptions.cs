namespace FinanceHub.ServiceDefaults;

/// <summary>A section of the configuration that knows its own rules.</summary>
public interface IServiceOptions
{
    /// <summary>The name of the section.</summary>
    static abstract string Section { get; }

    /// <summary>All that is wrong, one sentence each: the setting, what was expected and what was found; none if all is well.</summary>
    IEnumerable<string> Faults();
}
