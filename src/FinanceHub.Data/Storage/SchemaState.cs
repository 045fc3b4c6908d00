namespace FinanceHub.Data.Storage;

/// <summary>Which migrations a database has.</summary>
/// <param name="Applied">Applied, oldest first; a newer release may have applied some that this build does not know.</param>
/// <param name="Pending">Known to this build and not applied, oldest first.</param>
public sealed record SchemaState(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending)
{
    /// <summary>Compares what is applied with what is known.</summary>
    public static SchemaState Of(IReadOnlyList<string> applied, IReadOnlyList<string> known) =>
        new(applied, [.. known.Except(applied, StringComparer.Ordinal)]);
}
