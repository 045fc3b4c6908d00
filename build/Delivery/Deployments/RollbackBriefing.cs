using System.Globalization;
using FinanceHub.Delivery.Environments;
using FinanceHub.Delivery.Ledger;
using FinanceHub.Delivery.Plans;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Text;
using FinanceHub.Delivery.Versioning;

namespace FinanceHub.Delivery.Deployments;

/// <summary>Tells what a rollback will do, and asks whether it shall.</summary>
internal sealed class RollbackBriefing(DeliveryContext context)
{
    private const int SubjectsShown = 10;

    /// <exception cref="DeliveryFailure">It was not agreed to, or nobody can be asked: <see cref="ExitCode.ConfirmationNeeded"/>.</exception>
    public void Confirm(RollbackIntent intent, bool isApproved)
    {
        Print(intent);
        // Who approves a plan by its hash has read it, and has agreed to nothing else.
        if (context.Environment.Confirm != ConfirmationPolicy.Never && !isApproved)
        {
            context.RequireConfirmed($"Roll '{context.Environment.Name}' back from {intent.Left ?? "nothing"} to {intent.TargetId}?");
        }
    }

    private void Print(RollbackIntent intent)
    {
        var left = context.Releases.Peek(intent.Left)?.Manifest;
        context.Output.Info($"From      {intent.Left ?? "nothing"}{Commit(left)}");
        context.Output.Info($"To        {intent.TargetId}{Commit(intent.Target.Manifest)}{Origin(intent)}");
        if (intent.Aborts is { } deploy)
        {
            context.Output.Warn($"Aborts    {deploy}");
        }

        if (intent.Finishes)
        {
            context.Output.Warn($"An earlier command ended before it was done, and {intent.TargetId} serves; this one finishes that: it leaves {intent.Left} for good");
        }

        var subjects = left is null || context.Sources is null ? null : new GitWorkingTree(context.Sources).SubjectsBetween(intent.Target.Manifest.Commit, left.Commit);
        context.Output.Info($"Undoes    {(subjects is null ? "commits that are not known here" : $"{subjects.Count} commit{(subjects.Count == 1 ? "" : "s")}")}");
        foreach (var subject in subjects?.Take(SubjectsShown) ?? [])
        {
            context.Output.Info($"          - {subject}");
        }

        if (subjects?.Count > SubjectsShown)
        {
            context.Output.Info($"          - and {subjects.Count - SubjectsShown} more");
        }

        context.Output.Info($"Schema    {intent.Schema.Name}");
        context.Output.Info($"Takes     {PlanCalculator.EtaOf(PlanKind.Rollback, intent.Rows)?.ToString() ?? "unknown: it was never done here"}");
    }

    private string Origin(RollbackIntent intent) => LedgerReading.InService(intent.Rows, intent.TargetId) is { } row
        ? string.Create(CultureInfo.InvariantCulture, $", put into service by {row.Actor} at {row.At:yyyy-MM-dd HH:mm:ss}Z ({Elapsed.Text(context.Clock.GetUtcNow() - row.At)} ago)")
        : "";

    private static string Commit(ReleaseManifest? release) => release is null ? "" : $" ({release.Commit[..Math.Min(8, release.Commit.Length)]})";
}
