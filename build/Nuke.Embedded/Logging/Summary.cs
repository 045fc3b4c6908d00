using System.Globalization;
using Nuke.Common.Execution;

namespace Nuke.Common.Logging;

/// <summary>What is said at the end.</summary>
internal static class Summary
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    public static void WriteErrorsAndWarnings(Host host)
    {
        if (BuildLog.WarningsAndErrors.Count == 0)
            return;

        using (host.WriteBlock("Errors & Warnings"))
        {
            foreach (var (logEvent, target) in BuildLog.WarningsAndErrors)
                Console.Out.WriteLine($"[{LogText.ColoredLevel(logEvent.Level)}] {target}: {LogText.Render(logEvent)}");
        }
    }

    public static void WriteTargets(INukeBuild build)
    {
        var plan = build.ExecutionPlan;
        var nameWidth = Math.Max(plan.Count == 0 ? 0 : plan.Max(x => x.Name.Length) + 4, 19);
        var width = nameWidth + StatusWidth + DurationWidth;
        Output.Debug();
        Output.Debug(new string('═', width));
        Output.Information(Line(nameWidth, "Target", "Status", "Duration"));
        Output.Debug(new string('─', width));
        foreach (var target in plan)
            WriteTarget(nameWidth, target);
        Output.Debug(new string('─', width));
        var total = plan.Aggregate(TimeSpan.Zero, (sum, target) => sum + target.Duration);
        Output.Information(Line(nameWidth, "Total", string.Empty, Format(total)));
        Output.Debug(new string('═', width));
    }

    public static void WriteOutcome(INukeBuild build)
    {
        var now = DateTime.Now.ToString(CultureInfo.CurrentCulture);
        Output.Debug();
        if (build.IsSucceeding)
            Output.Success($"Build succeeded on {now}. ＼（＾ᴗ＾）／");
        else
            Output.Error($"Build failed on {now}. (╯°□°）╯︵ ┻━┻");
    }

    private static void WriteTarget(int nameWidth, ExecutableTarget target)
    {
        var duration = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted
            ? Format(target.Duration)
            : string.Empty;
        var line = Line(nameWidth, target.Name, target.Status.ToString(), duration);
        if (target.SummaryInformation.Count > 0)
            line += $"   // {string.Join(", ", target.SummaryInformation.Select(x => $"{x.Key}: {x.Value}"))}";

        switch (target.Status)
        {
            case ExecutionStatus.Succeeded:
                Output.Success(line);
                break;
            case ExecutionStatus.Failed:
                Output.Error(line);
                break;
            case ExecutionStatus.Aborted or ExecutionStatus.NotRun:
                Output.Warning(line);
                break;
            case ExecutionStatus.Skipped:
                Output.Debug(line);
                break;
            default:
                // A collective has nothing of its own to report.
                break;
        }
    }

    private static string Line(int nameWidth, string name, string status, string duration) =>
        name.PadRight(nameWidth) + status.PadRight(StatusWidth) + duration.PadLeft(DurationWidth);

    private static string Format(TimeSpan duration) =>
        duration < TimeSpan.FromSeconds(1) ? "< 1sec" : $"{(int)duration.TotalMinutes}:{duration:ss}";
}
