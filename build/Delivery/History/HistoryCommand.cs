using System.Text.Json;
using FinanceHub.Delivery.Ledger;

namespace FinanceHub.Delivery.History;

/// <summary>Prints what happened to an environment, and proves that nobody has changed the record of it.</summary>
internal sealed class HistoryCommand(DeliveryContext context)
{
    public HistoryReport Run(HistoryRequest request)
    {
        var verification = context.Ledger.Verify();
        var report = new HistoryReport
        {
            Environment = context.Environment.Name,
            Rows = request.Lines is { } lines ? [.. verification.Rows.TakeLast(lines)] : verification.Rows,
            TotalRows = verification.Rows.Count,
            Fault = verification.Fault is null ? null : $"{context.State.Ledger}:{verification.FaultLine}: {verification.Fault}",
            TornBytes = verification.TornBytes,
        };
        if (request.Json)
        {
            context.Output.Data(JsonSerializer.Serialize(report, HistoryJson.Default.HistoryReport));
        }
        else
        {
            HistoryTable.Print(report, context.Output);
        }

        if (request.Verify && report.Fault is null)
        {
            context.Output.Success(report.Summary);
        }

        return report;
    }
}
