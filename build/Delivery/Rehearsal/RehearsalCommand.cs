using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FinanceHub.Delivery.Deployments;
using FinanceHub.Delivery.Releases;
using FinanceHub.Delivery.Text;

namespace FinanceHub.Delivery.Rehearsal;

/// <summary>
/// N, its data, the schema of N + 1 under N, N + 1, and back to N: every command is the one that the real environment would get, and N is
/// smoked on the newer schema, which is what customers are served by while a deploy starts the new release, and by a rollback that leaves the schema.
/// </summary>
internal sealed class RehearsalCommand(DeliveryContext context)
{
    private readonly List<RehearsalStep> _steps = [];
    private IReadOnlyDictionary<string, int>? _rowsBefore;
    private IReadOnlyDictionary<string, int>? _rowsAfter;
    private DeliveryFailure? _failed;

    public async Task<RehearsalReport> RunAsync(RehearseRequest request, CancellationToken cancellation)
    {
        var next = await ReleaseBundle.OpenAsync(request.BundleDirectory, cancellation);
        var current = await CurrentAsync(next, cancellation);
        await using var stage = await Stage.SetAsync(context);
        await PlayAsync(stage, current, next, cancellation);
        if (_failed is not null)
        {
            stage.KeepDiagnoses();
        }

        var report = new RehearsalReport
        {
            Environment = context.Environment.Name,
            From = current.Manifest.ReleaseId,
            To = next.Manifest.ReleaseId,
            Migrations = [.. next.Manifest.Migrations.After(current.Manifest.Migrations.Last)?.Select(grade => grade.ToString()) ?? []],
            Steps = _steps,
            RowsBefore = _rowsBefore,
            RowsAfter = _rowsAfter,
            ExitCode = _failed?.Code ?? ExitCode.Success,
        };
        Print(report, request.Json);
        return report;
    }

    private async Task<ReleaseBundle> CurrentAsync(ReleaseBundle next, CancellationToken cancellation)
    {
        var serving = (await context.Platform.ObserveAsync(cancellation)).ServingReleaseId;
        if (serving is null || serving == next.Manifest.ReleaseId)
        {
            throw new DeliveryFailure(ExitCode.NotDeployed, serving is null
                ? $"Nothing serves '{context.Environment.Name}', so nothing was rehearsed: there is no release that this one would replace. Deploy one first: ./build.sh Deploy --env {context.Environment.Name}"
                : $"{serving} serves '{context.Environment.Name}' already, so nothing was rehearsed: there is no release that this one would replace. Change something, and rehearse again.");
        }

        return await context.Releases.OpenAsync(serving, cancellation);
    }

    private async Task PlayAsync(Stage stage, ReleaseBundle current, ReleaseBundle next, CancellationToken cancellation)
    {
        var (service, database, migration) = (stage.Service, stage.Context.Platform.Database, new DatabaseMigration(stage.Context));
        await StepAsync("deploy N", async () => (await service.DeployAsync(new DeployRequest { BundleDirectory = current.Directory }, cancellation)).ReleaseId, cancellation);
        await StepAsync("seed", async () =>
        {
            await service.SeedAsync(cancellation);
            _rowsBefore = await database.CountAsync(next, cancellation);
            return Counted(_rowsBefore);
        }, cancellation);
        await StepAsync("migrate to the schema of N+1 while N serves", async () =>
        {
            migration.RequireWayBack((await migration.CompareAsync(next, serving: null, cancellation)).Pending, acceptDataLoss: false);
            await migration.RunAsync(next, cancellation);
            return next.Manifest.Migrations.Last == current.Manifest.Migrations.Last ? "no migration between them" : next.Manifest.Migrations.Last;
        }, cancellation);
        await StepAsync("smoke N on the schema of N+1", () => SmokeAsync(service, cancellation), cancellation);
        await StepAsync("deploy N+1", async () => (await service.DeployAsync(new DeployRequest { BundleDirectory = next.Directory }, cancellation)).ReleaseId, cancellation);
        await StepAsync("smoke N+1", () => SmokeAsync(service, cancellation), cancellation);
        await StepAsync("roll back to N", async () => (await service.RollbackAsync(new RollbackRequest(), cancellation)).ReleaseId, cancellation);
        await StepAsync("smoke N again", () => SmokeAsync(service, cancellation), cancellation);
        await StepAsync("count and verify the data", async () =>
        {
            _rowsAfter = await database.CountAsync(next, cancellation);
            var lost = RowComparison.Lost(_rowsBefore!, _rowsAfter);
            if (lost.Count > 0)
            {
                throw new DeliveryFailure(ExitCode.DataLoss, $"What customers have is not what it was: {string.Join("; ", lost)}. Look at Up and Down of the migrations.");
            }

            var schema = SchemaVerdict.Of(next.Manifest, current.Manifest);
            if (schema.NeedsDown && schema.To == current.Manifest.Migrations.Last)
            {
                await database.VerifyAsync(current, cancellation);
            }
            else
            {
                // What was safe has stayed. What was not must come again: no release expects the schema in between.
                await migration.RunAsync(next, cancellation);
                await database.VerifyAsync(next, cancellation);
            }

            return Counted(_rowsAfter);
        }, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Does a step, unless one before it has failed.</summary>
    private async Task StepAsync(string name, Func<Task<string?>> body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_failed is not null)
        {
            _steps.Add(new RehearsalStep { Name = name, Verdict = "not-evaluated" });
            return;
        }

        context.Output.Info($"Rehearsal: {name}");
        var start = Stopwatch.GetTimestamp();
        try
        {
            var remark = await body();
            _steps.Add(Done(name, "pass", start, remark));
        }
        catch (DeliveryFailure failure) when (failure.Code is not (ExitCode.Interrupted or ExitCode.Terminated))
        {
            _failed = failure;
            _steps.Add(Done(name, "fail", start, failure.Message));
        }
    }

    private static RehearsalStep Done(string name, string verdict, long start, string? remark) =>
        new() { Name = name, Verdict = verdict, Seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1), Remark = remark };

    private static async Task<string?> SmokeAsync(DeliveryService service, CancellationToken cancellation)
    {
        var report = await service.SmokeAsync(new SmokeRequest(), cancellation);
        return report.ExitCode == ExitCode.Success ? report.Summary : throw new DeliveryFailure(report.ExitCode, report.Summary);
    }

    private static string Counted(IReadOnlyDictionary<string, int> rows) => string.Join(", ", rows.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Value} {table.Key}")));

    private void Print(RehearsalReport report, bool json)
    {
        if (json)
        {
            context.Output.Data(JsonSerializer.Serialize(report, RehearsalJson.Default.RehearsalReport));
            return;
        }

        context.Output.Data($"N   = {report.From}");
        context.Output.Data($"N+1 = {report.To}");
        TextTable.Print(context.Output, ["step", "verdict", "s", "remarks"], report.Steps.Select(step => new[]
        {
            step.Name,
            step.Verdict,
            step.Seconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "",
            step.Remark ?? "",
        }));
    }
}
