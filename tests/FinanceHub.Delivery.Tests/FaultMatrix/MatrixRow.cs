using System.Globalization;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>A fault that was played, with its figures.</summary>
/// <param name="Fault">Which.</param>
/// <param name="ExitCode">How the command ended.</param>
/// <param name="During">What customers met while it ran.</param>
/// <param name="Later">What they met while the next commands ran.</param>
/// <param name="Lost">Acknowledged rows that are not in the database at the end.</param>
/// <param name="LedgerRows">Rows of the ledger at the end, which several faults share.</param>
/// <param name="Next">What the next commands came to.</param>
internal sealed record MatrixRow(Fault Fault, int ExitCode, TrafficFigures During, TrafficFigures Later, int Lost, int LedgerRows, string Next)
{
    public static IReadOnlyList<string> Header { get; } =
        ["fault", "command", "exit code", "serves", "requests served", "failed", "longest gap (ms)", "rows acknowledged", "rows lost", "ledger rows", "next commands"];

    /// <summary>As the table shows it.</summary>
    public IReadOnlyList<string> Cells =>
    [
        Fault.Name,
        Fault.Command.ToString(),
        Number(ExitCode),
        Fault.Serves == Serves.Before ? "what served before" : $"what the {Fault.Command.ToString().ToLowerInvariant()} brought",
        Number(During.Served + Later.Served),
        $"{Number(During.Failed + Later.Failed)}{(Fault.Allowed == Allowance.None ? "" : $" ({Fault.Allowed.Reason})")}",
        Number((long)Math.Max(During.Read.LongestGap.TotalMilliseconds, Later.Read.LongestGap.TotalMilliseconds)),
        Number(During.Written.Acknowledged.Count + Later.Written.Acknowledged.Count),
        Number(Lost),
        Number(LedgerRows),
        Next,
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
