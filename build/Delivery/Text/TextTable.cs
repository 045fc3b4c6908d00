using System.Globalization;
using FinanceHub.Delivery.Output;

namespace FinanceHub.Delivery.Text;

/// <summary>Columns as wide as their widest cell.</summary>
internal static class TextTable
{
    public static void Print(IDeliveryOutput output, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [header, .. rows];
        var widths = header.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
        {
            output.Data(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>An amount of memory in a cell.</summary>
    public static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576d:0} MiB");
}
