namespace FinanceHub.Worker.Configuration;

/// <summary>Something that nobody may see: it says so itself wherever it is written.</summary>
internal sealed class Secret
{
    private const string FromFile = "file:";
    private const string FromEnvironment = "env:";

    private readonly string _value;

    private Secret(string value) => _value = value;

    /// <summary>The secret itself, for the one who needs it.</summary>
    public string Reveal() => _value;

    /// <summary>What is wrong with a setting, one sentence that does not repeat it; null if nothing is.</summary>
    public static string? FaultOf(string? setting, string name)
    {
        try
        {
            return setting is null || Read(setting) is { Length: > 0 } ? null : $"{name}: expected a secret, or {FromFile} or {FromEnvironment} and where it is, found nothing there.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"{name}: expected {FromFile} and a file that can be read, found one that cannot ({fault.GetType().Name}).";
        }
    }

    /// <summary>The secret that a setting is or refers to; null if there is none.</summary>
    public static Secret? Of(string? setting) => setting is null ? null : new Secret(Read(setting));

    public override string ToString() => "***";

    private static string Read(string setting) =>
        setting.StartsWith(FromFile, StringComparison.Ordinal) ? File.ReadAllText(setting[FromFile.Length..]).Trim()
        : setting.StartsWith(FromEnvironment, StringComparison.Ordinal) ? Environment.GetEnvironmentVariable(setting[FromEnvironment.Length..]) ?? ""
        : setting;
}
