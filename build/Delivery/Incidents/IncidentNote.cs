using System.Globalization;
using System.Text;
using System.Text.Json;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Text;

namespace FinanceHub.Delivery.Incidents;

/// <summary>The page that a review of an incident begins with: what is known is filled in, what only people know is asked for. Pure.</summary>
internal static class IncidentNote
{
    public static string Render(IncidentFacts facts)
    {
        var rows = About(facts);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {facts.Environment}: {facts.Left ?? "nothing"} had to go\n\n");
        text.Append(Summary(facts)).Append("\n\n");
        Section(text, "Impact", Impact(facts));
        Section(text, "Time-line", ["| UTC | What | Release | Took | By | Why |", "|---|---|---|---|---|---|", .. rows.Select(Line)]);
        Section(text, "What the rollback undid", facts.Subjects is null ? ["Not known here: the clone does not have these commits."] : [.. facts.Subjects.Select(subject => $"- {Plain(subject)}").DefaultIfEmpty("No commit.")]);
        Section(text, "Schema", [facts.Schema]);
        Section(text, "Diagnosis", [.. facts.Diagnoses.Select(directory => $"- `{directory}`").DefaultIfEmpty("No host of it was ended by a failed command.")]);
        Section(text, "To be filled in", ["- Severity (P0 to P3, see runbooks/README.md):", "- Incident lead:", "- What customers saw:", "- Cause:", "- The test or alert that would have found it:", "- What is done until when, by whom:"]);
        Section(text, "Rows of the ledger", ["```json", .. rows.Select(row => JsonSerializer.Serialize(row, LedgerJson.Default.LedgerRow)), "```"]);
        return text.ToString();
    }

    // From the deploy of the release that was left; of one that no row tells of, the rollback alone.
    private static List<LedgerRow> About(IncidentFacts facts)
    {
        var first = facts.Rows.LastOrDefault(row => row.Release == facts.Left && row.Event == LedgerEvent.DeployStarted)?.Sequence
            ?? facts.Rows.FirstOrDefault(row => row.Operation == facts.Outcome.Operation)?.Sequence ?? facts.Outcome.Sequence;
        return [.. facts.Rows.Where(row => row.Sequence >= first)];
    }

    private static string Summary(IncidentFacts facts) => facts.Restored is { } restored
        ? string.Create(CultureInfo.InvariantCulture, $"{facts.Outcome.Actor} rolled back to {facts.Target}, which served again {restored.TotalSeconds:0.0} s after the command{Because(facts.Outcome)}.")
        : $"{facts.Outcome.Actor} tried to roll back to {facts.Target}{Because(facts.Outcome)}. It failed: {Plain(facts.Outcome.Error ?? "for a reason that was not recorded")}";

    private static string Because(LedgerRow row) => row.Reason is null ? "" : $", because: {Plain(row.Reason)}";

    private static List<string> Impact(IncidentFacts facts)
    {
        var inService = facts.Left is { } left ? LedgerReading.InService(facts.Rows, left) : null;
        return
        [
            inService is not null ? $"- In service for {Elapsed.Text(facts.Outcome.At - LedgerReading.ServingSince(facts.Rows, inService))}."
                : facts.Traffic is { Requests: > 0 } ? "- It was not in service: only its own deploy sent it traffic."
                : "- It never was in service.",
            facts.Traffic is { } traffic
                ? string.Create(CultureInfo.InvariantCulture, $"- {traffic.Requests} requests to it, {traffic.Errors} of them failed ({100 * traffic.ErrorRate:0.0} %); 95 of 100 were answered within {traffic.Latency.Quantile(0.95):0} ms.")
                : "- How its requests went was not counted.",
        ];
    }

    private static string Line(LedgerRow row) => string.Create(CultureInfo.InvariantCulture,
        $"| {row.At:yyyy-MM-dd HH:mm:ss} | {JsonSerializer.Serialize(row.Event).Trim('"')} | {row.Release ?? "-"} | {(row.Durations is { Count: > 0 } durations ? $"{durations.Values.Sum() / 1000:0.0} s" : "-")} | {row.Actor} | {Plain(row.Error ?? row.Reason ?? "")} |");

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines) =>
        text.Append("## ").Append(title).Append("\n\n").AppendJoin('\n', lines).Append("\n\n");

    // What people typed must not become a table or a heading.
    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
