namespace FinanceHub.Delivery.Secrets;

/// <summary>Where a secret is, which is no secret: <c>env:NAME</c>, <c>file:/PATH</c> or <c>aws-sm:NAME</c>.</summary>
/// <param name="Scheme">Which store; empty for what is no reference at all.</param>
/// <param name="Name">Its name there.</param>
public sealed record SecretReference(string Scheme, string Name)
{
    /// <summary>Reads a reference. Of a text that is none nothing is kept, nor of one that names no store: it may be the secret itself, written there by mistake.</summary>
    public static SecretReference Parse(string? text) => text?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < text.Length - 1 && SecretStores.Default.Knows(text[..colon])
        ? new SecretReference(text[..colon], text[(colon + 1)..])
        : new SecretReference("", "");

    /// <inheritdoc/>
    public override string ToString() => $"{Scheme}:{Name}";
}
