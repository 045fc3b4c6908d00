using System.Text;
using FinanceHub.Testing.Clones;

namespace FinanceHub.Delivery.Tests.FaultMatrix;

/// <summary>The matrix as it is left in artifacts/fault-matrix.md, written again after each fault: one that was not played says so.</summary>
internal static class MatrixReport
{
    private static readonly string File = Path.Combine(RepositoryRoot.Path, "artifacts", "fault-matrix.md");
    private const int MessageLength = 200;
    private static readonly Dictionary<string, IReadOnlyList<string>> Played = [];

    /// <summary>It was played, and all that must hold after it does.</summary>
    public static void Passed(MatrixRow row) => Write(row.Fault, row.Cells);

    /// <summary>It was played, and something does not hold.</summary>
    public static void Failed(Fault fault, Exception cause) => Write(fault, Without(fault, $"FAILED: {FirstLine(cause)}"));

    /// <summary>It cannot be played here.</summary>
    public static void NotRun(Fault fault, string reason) => Write(fault, Without(fault, $"not run: {reason}"));

    private static void Write(Fault fault, IReadOnlyList<string> cells)
    {
        Played[fault.ToString()] = cells;
        var table = new StringBuilder("# Fault matrix\n\nAfter every fault: one release serves, its schema is the database's, the ledger's chain is sound, Status and the next command work, nothing is left.\n\n");
        Append(table, MatrixRow.Header);
        Append(table, [.. MatrixRow.Header.Select(_ => "---")]);
        foreach (var known in FaultTable.All)
        {
            Append(table, Played.GetValueOrDefault(known.ToString()) ?? Without(known, "not run"));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, table.ToString());
    }

    private static string[] Without(Fault fault, string verdict) => [fault.Name, fault.Command.ToString(), verdict, .. Enumerable.Repeat("-", MatrixRow.Header.Count - 3)];

    private static string FirstLine(Exception cause)
    {
        var message = cause.Message.ReplaceLineEndings(" ").Replace('|', '/');
        return message.Length > MessageLength ? message[..MessageLength] : message;
    }

    private static void Append(StringBuilder table, IReadOnlyList<string> cells) => table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
