using System.Globalization;
using System.Text;
using FinanceHub.Delivery.Files;
using FinanceHub.Delivery.Output;
using FinanceHub.Delivery.Plans;

namespace FinanceHub.Delivery.Deployments;

/// <summary>
/// All that is known about a failure, in one directory beside the logs of the hosts that it ended: what was planned, what each
/// host said, its health, what was wrong. Secrets are taken out. That it cannot be written never makes the failure worse.
/// </summary>
/// <param name="context">The environment.</param>
/// <param name="operation">Names the directory.</param>
/// <param name="replaces">Whether what an earlier command of that name left goes: of commands that had not begun, only the last is kept.</param>
internal sealed class DiagnosisBundle(DeliveryContext context, string operation, bool replaces = false)
{
    // Nothing is broken where a rule was kept or somebody else is at work: the message says all. And where nothing can be written, nothing is.
    private static readonly ExitCode[] Refusals =
    [
        ExitCode.Held, ExitCode.DataLoss, ExitCode.SchemaNewer, ExitCode.PlanChanged, ExitCode.Usage, ExitCode.NothingToRollBackTo, ExitCode.LockHeld,
        ExitCode.ConfirmationNeeded, ExitCode.DirtyTree, ExitCode.StateNotWritable,
    ];

    private bool _written;

    /// <summary>Does what a command does; a failure that has not been described by who knows more is described by what runs.</summary>
    /// <param name="steps">How far it came.</param>
    /// <param name="planAsync">What was to be done.</param>
    /// <param name="body">The work.</param>
    public async Task<T> GuardAsync<T>(StepTrack steps, Func<Task<DeliveryPlan>> planAsync, Func<Task<T>> body)
    {
        try
        {
            return await body();
        }
        catch (Exception fault) when (!_written && !IsRefusal(fault))
        {
            await WriteAsync(fault, steps, await HostsAsync(), planAsync);
            throw;
        }
    }

    /// <summary>Writes it and says where it is.</summary>
    /// <param name="fault">What ended the command.</param>
    /// <param name="steps">How far it came.</param>
    /// <param name="hosts">What its hosts said; empty if none was started.</param>
    /// <param name="planAsync">What was to be done.</param>
    /// <remarks>Whoever ended the command knows why; and what belongs to a new holder of the lease is not written to.</remarks>
    public async Task WriteAsync(Exception fault, StepTrack steps, IReadOnlyList<HostDiagnosis> hosts, Func<Task<DeliveryPlan>> planAsync)
    {
        _written = true;
        if (IsRefusal(fault))
        {
            return;
        }

        try
        {
            var directory = DiagnosticsDirectory.Open(context.State, operation, replaces);
            foreach (var host in hosts.Where(host => host.Health?.StatusCode is not null))
            {
                Write(directory, $"health-{host.Service}.json", host.Health!.Body);
            }

            foreach (var host in hosts.Where(host => host.Log.Count > 0))
            {
                Write(directory, $"log-{host.Service}.txt", string.Join('\n', host.Log) + "\n");
            }

            // Last, because it has to be found out: what is there already stays if that fails.
            Write(directory, DiagnosticsDirectory.Page, Text(fault, steps, hosts));
            Write(directory, "plan.txt", await PlanAsync(planAsync));
            context.Output.Error($"All that is known about it is in {directory}");
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            context.Output.Warn($"The diagnosis could not be written: {unwritten.Message}");
        }
    }

    private static bool IsRefusal(Exception fault) => fault is OperationCanceledException
        || (fault is DeliveryFailure { Code: var code } && (code is ExitCode.Interrupted or ExitCode.Terminated or ExitCode.LeaseLost || Refusals.Contains(code)));

    private async Task<IReadOnlyList<HostDiagnosis>> HostsAsync()
    {
        try
        {
            return await Diagnosis.TakeAsync(context, (await context.Platform.ObserveAsync(CancellationToken.None)).Instances);
        }
        catch (Exception fault) when (fault is DeliveryFailure or IOException or UnauthorizedAccessException)
        {
            context.Output.Warn($"It is not known what runs: {fault.Message}");
            return [];
        }
    }

    private static async Task<string> PlanAsync(Func<Task<DeliveryPlan>> planAsync)
    {
        try
        {
            var plan = await planAsync();
            var lines = new LineOutput();
            PlanTable.Print(plan, plan.Hash(), lines);
            return lines.ToString();
        }
        catch (Exception fault)
        {
            // Of any kind: the failure that is being told of must not be hidden behind another.
            return $"It is not known what was planned: {fault.Message}\n";
        }
    }

    private static string Text(Exception fault, StepTrack steps, IReadOnlyList<HostDiagnosis> hosts)
    {
        var text = new StringBuilder();
        text.AppendLine("# What went wrong").AppendLine().AppendLine(fault.Message).AppendLine();
        text.AppendLine("| Step | ms |").AppendLine("|---|---|");
        foreach (var (step, milliseconds) in steps.Durations)
        {
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {milliseconds:0} |"));
        }

        text.AppendLine().AppendLine("| Host | State | Health |").AppendLine("|---|---|---|");
        foreach (var host in hosts)
        {
            text.AppendLine($"| {host.Service} | {Diagnosis.Text(host.Report)} | {(host.Health?.StatusCode is { } code ? code.ToString(CultureInfo.InvariantCulture) : "no answer")} |");
        }

        if (steps.Bake is { } bake)
        {
            text.AppendLine().AppendLine($"Under traffic: {bake}");
        }

        text.AppendLine().AppendLine("Beside this page: plan.txt (what ran and what was wanted), log-SERVICE.txt (last lines), health-SERVICE.json, and the");
        text.AppendLine("directories of the hosts that were stopped, with their whole logs.");
        return text.ToString();
    }

    private void Write(string directory, string file, string text) => AtomicFile.Write(Path.Combine(directory, file), Encoding.UTF8.GetBytes(context.Redact(text.ReplaceLineEndings("\n"))));
}
