namespace FinanceHub.Delivery.Ledger;

/// <summary>What checking a ledger found.</summary>
public sealed record LedgerVerification
{
    /// <summary>The rows up to the first fault, oldest first.</summary>
    public required IReadOnlyList<LedgerRow> Rows { get; init; }

    /// <summary>What is wrong with the first faulty row; null if the chain holds.</summary>
    public string? Fault { get; init; }

    /// <summary>The line of <see cref="Fault"/>, from 1.</summary>
    public int? FaultLine { get; init; }

    /// <summary>Bytes of an unfinished last line; not a fault: its writer died.</summary>
    public int TornBytes { get; init; }
}
