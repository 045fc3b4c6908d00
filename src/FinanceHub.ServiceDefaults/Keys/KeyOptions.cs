namespace FinanceHub.ServiceDefaults;

/// <summary>Where the keys are that protect tokens and cookies.</summary>
public sealed class KeyOptions : IServiceOptions
{
    /// <inheritdoc/>
    public static string Section => "DataProtection";

    /// <summary>A directory that all releases share, so that what one issued the next one reads; the framework's default when empty.</summary>
    public string KeyDirectory { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<string> Faults()
    {
        if (KeyDirectory.Length == 0)
            yield break;

        var fault = Path.IsPathRooted(KeyDirectory) ? TryCreate() : "found a relative path";
        if (fault is not null)
            yield return $"DataProtection:KeyDirectory: expected an absolute path of a writable directory, {fault} ({KeyDirectory}); set DataProtection__KeyDirectory.";
    }

    private string? TryCreate()
    {
        try
        {
            Directory.CreateDirectory(KeyDirectory);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"but {fault.Message.TrimEnd('.')}";
        }
    }
}
