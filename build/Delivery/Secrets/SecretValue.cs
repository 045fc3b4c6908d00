using System.Diagnostics;

namespace FinanceHub.Delivery.Secrets;

/// <summary>A secret in memory. Whatever prints, serialises or compares it sees nothing; only who asks by name gets it.</summary>
[DebuggerDisplay("[REDACTED]")]
internal sealed class SecretValue(string value)
{
    /// <summary>The secret itself, for the moment of its use.</summary>
    public string Reveal() => value;

    public override string ToString() => "[REDACTED]";
}
