namespace FinanceHub.ServiceDefaults;

/// <summary>A fault that whoever configured the host can repair: what is wrong, what was expected and what was found, in one sentence.</summary>
public sealed class ConfigurationException : Exception
{
    /// <inheritdoc cref="ConfigurationException"/>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="ConfigurationException"/>
    public ConfigurationException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
