using System.Globalization;
using System.Text;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Platforms;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Incidents;

/// <summary>Leaves the note of a rollback. What cannot be found out or written is told, and changes nothing about the rollback.</summary>
internal sealed class IncidentWriter(DeliveryContext context, RollbackIntent intent, string operation)
{
    private ReleaseFigures? _traffic;

    /// <summary>Reads how customers fare with the release that is left, as long as somebody counts that.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        if (intent.Left is { } left && await context.Platform.ReadTrafficAsync(cancellation) is { } traffic)
        {
            _traffic = traffic.Releases.GetValueOrDefault(left);
        }
    }

    /// <summary>Writes the note and says where it is.</summary>
    /// <param name="restored">From the command until the target was confirmed; null if the rollback failed.</param>
    public void Write(TimeSpan? restored)
    {
        try
        {
            var rows = context.Ledger.Read();
            if (rows.LastOrDefault(row => row.Operation == operation) is not { } outcome)
            {
                return; // not even the ledger could be written, which has been told
            }

            var facts = new IncidentFacts
            {
                Environment = context.Environment.Name,
                Left = intent.Left,
                Target = intent.TargetId,
                Rows = rows,
                Outcome = outcome,
                Restored = restored,
                Traffic = _traffic,
                Subjects = Subjects(),
                Schema = intent.Schema.Name,
                Diagnoses = [.. Directory.Exists(context.State.Diagnostics)
                    ? rows.Where(row => row.Release == intent.Left || row.Operation == operation).Select(row => Path.Combine(context.State.Diagnostics, row.Operation)).Distinct(StringComparer.Ordinal).Where(Directory.Exists)
                    : []],
            };
            Directory.CreateDirectory(context.State.Incidents);
            var file = Path.Combine(context.State.Incidents, string.Create(CultureInfo.InvariantCulture, $"{outcome.At:yyyyMMdd'T'HHmmss}-{intent.Left ?? "nothing"}.md"));
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(context.Redact(IncidentNote.Render(facts))));
            context.Output.Info($"The incident note to be completed is {file}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DeliveryFailure)
        {
            context.Output.Warn($"The incident note could not be written: {fault.Message}");
        }
    }

    private IReadOnlyList<string>? Subjects() => context.Releases.Peek(intent.Left)?.Manifest is { } left && context.Sources is { } sources
        ? new GitWorkingTree(sources).SubjectsBetween(intent.Target.Manifest.Commit, left.Commit)
        : null;
}
