using System.Globalization;
using System.Text.Json;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Text;

namespace FinanceHub.Delivery.History;

/// <summary>A history as people read it.</summary>
internal static class HistoryTable
{
    public static void Print(HistoryReport report, IDeliveryOutput output)
    {
        if (report.Rows.Count == 0)
        {
            output.Data($"Nothing was ever deployed to '{report.Environment}'");
            return;
        }

        TextTable.Print(
            output,
            ["#", "at", "event", "release", "commit", "before", "schema", "took", "bake", "by", "why"],
            report.Rows.Select(row => new[]
            {
                row.Sequence.ToString(CultureInfo.InvariantCulture),
                row.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                JsonSerializer.Serialize(row.Event).Trim('"'),
                row.Release ?? "-",
                row.Commit?[..Math.Min(8, row.Commit.Length)] ?? "-",
                row.Previous ?? "-",
                row.Verdict is { } verdict ? MigrationGrade.Name(verdict) : "-",
                row.Durations is { Count: > 0 } durations ? string.Create(CultureInfo.InvariantCulture, $"{durations.Values.Sum() / 1000:0.0} s") : "-",
                row.Bake is { } bake ? JsonSerializer.Serialize(bake.Verdict).Trim('"') : "-",
                row.Actor,
                row.Error is null ? string.Join("; ", new[] { row.Holder is null ? null : $"fenced off {row.Holder}", row.Reason }.OfType<string>()) : $"{(int?)row.ExitCode}: {FirstLine(row.Error)}",
            }));
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();
}
